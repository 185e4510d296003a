/** What the editor asks a person for, in a dialog; `pos` is where what they change stands, null for something new. */
export type EditorRequest =
  | { readonly kind: 'link'; readonly href: string; readonly words: string; readonly isPresent: boolean }
  | { readonly kind: 'image'; readonly files: readonly File[] }
  | { readonly kind: 'alternativeText'; readonly alt: string; readonly pos: number }
  | { readonly kind: 'formula'; readonly isBlock: boolean; readonly latex: string; readonly pos: number | null }
  | { readonly kind: 'source'; readonly source: string; readonly pos: number };

export type AskFor = (request: EditorRequest) => void;

/** What stands in the text and can be asked about. */
export type NodeRequest = Extract<EditorRequest, { kind: 'alternativeText' | 'formula' | 'source' }>;
