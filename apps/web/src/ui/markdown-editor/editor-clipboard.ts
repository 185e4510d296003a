import type { JSONContent } from '@tiptap/core';
import type { EditorProps, EditorView } from '@tiptap/pm/view';
import { type Schema, Slice } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { cleanPastedHtml } from './clean-paste.ts';
import { documentOf, markdownOf } from './markdown-document.ts';

const imagesIn = (data: DataTransfer | null): File[] => [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));

const wordsIn = (data: DataTransfer | null): string => data?.getData('text/plain').trim() ?? '';

/** Plain text is Markdown, as this whole editor's is; pasted 'as plain text' it is taken at its word. */
function sliceOf(schema: Schema, text: string, isLiteral: boolean): Slice {
  const lines = text.split(/\r\n|\n|\r/).map((line) => ({ type: 'paragraph', content: line === '' ? [] : [{ type: 'text', text: line }] }));
  const document = schema.nodeFromJSON(isLiteral ? { type: 'doc', content: lines } : documentOf(text));
  return Slice.maxOpen(document.content);
}

const blocks = new Set(['tableRow', 'tableCell', 'tableHeader', 'listItem', 'text']);

/** What is copied is Markdown for who pastes it as text. */
function markdownOfSlice({ content }: Slice): string {
  const isWhole = content.content.every(({ type, isInline }) => !isInline && !blocks.has(type.name));
  const nodes: JSONContent[] = content.content.map((node) => node.toJSON() as JSONContent);
  return isWhole ? markdownOf({ type: 'doc', content: nodes }) : content.textBetween(0, content.size, '\n', '\n');
}

/** The editor's clipboard: clean HTML in, pictures to be uploaded, Markdown out. */
export const clipboardProps = (askForImages: ((files: File[]) => void) | null): EditorProps => ({
  transformPastedHTML: cleanPastedHtml,
  clipboardTextParser: (text, $context, isLiteral) => sliceOf($context.doc.type.schema, text, isLiteral),
  clipboardTextSerializer: markdownOfSlice,
  handlePaste: (_, event) => {
    const images = imagesIn(event.clipboardData);
    // Word puts a picture of the words beside them.
    if (images.length === 0 || askForImages === null || wordsIn(event.clipboardData) !== '') return false;
    askForImages(images);
    return true;
  },
  handleDrop: (view: EditorView, event, _, isMoved) => {
    const images = imagesIn(event.dataTransfer);
    if (isMoved || images.length === 0) return false;
    // Without a place for it, the browser would leave the page and show the picture.
    event.preventDefault();
    if (askForImages === null) return true;
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
    if (at) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))));
    askForImages(images);
    return true;
  },
});
