import 'katex/dist/katex.min.css';
import { Node, type NodeViewRenderer } from '@tiptap/core';
import katex from 'katex';

const latex = {
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute('data-latex'),
  renderHTML: (attributes: Record<string, unknown>) => ({ 'data-latex': attributes['latex'] }),
};

/** Draws a formula into an element; one that LaTeX does not understand shows why. */
export function drawFormula(element: HTMLElement, source: string, isBlock: boolean): void {
  katex.render(source, element, { displayMode: isBlock, throwOnError: false, output: 'htmlAndMathml' });
}

const drawn =
  (tag: 'span' | 'div'): NodeViewRenderer =>
  ({ node }) => {
    const dom = document.createElement(tag);
    dom.dataset['formula'] = '';
    const draw = (source: unknown): void => drawFormula(dom, String(source), tag === 'div');
    draw(node.attrs['latex']);
    return {
      dom,
      update: (updated) => {
        if (updated.type !== node.type) return false;
        draw(updated.attrs['latex']);
        return true;
      },
      // KaTeX draws outside of the editor's own changes.
      ignoreMutation: () => true,
    };
  };

export const Formula = Node.create({
  name: 'formula',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ latex }),
  parseHTML: () => [{ tag: 'span[data-latex]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
  addNodeView: () => drawn('span'),
});

export const FormulaBlock = Node.create({
  name: 'formulaBlock',
  group: 'block',
  atom: true,
  addAttributes: () => ({ latex, meta: { default: null, rendered: false } }),
  parseHTML: () => [{ tag: 'div[data-latex]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
  addNodeView: () => drawn('div'),
});
