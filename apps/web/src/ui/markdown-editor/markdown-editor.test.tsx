import { beforeAll, describe, expect, it } from 'vitest';
import { openEditor } from '../../../test/markdown-page.tsx';
import { startTranslations } from '../../lib/translations.ts';

const table = '| a   | b   |\n| --- | --- |\n| 1   | 2   |';

/** Where words stand in the text. */
function at(editor: Awaited<ReturnType<typeof openEditor>>['editor'], words: string): number {
  let found = -1;
  editor.state.doc.descendants((node, pos) => {
    if (found === -1 && node.isText && node.text?.includes(words)) found = pos + node.text.indexOf(words);
  });
  return found;
}

describe('the editor', () => {
  beforeAll(() => startTranslations('en'));

  it('adds, removes and aligns rows and columns of a table, whose first row is its head', async () => {
    const opened = await openEditor(table);
    await opened.act((editor) => editor.chain().setTextSelection(at(editor, '2')).addRowAfter().run());
    await opened.act(({ commands }) => commands.addColumnBefore());
    expect(opened.value()).toBe('| a |   | b |\n| - | - | - |\n| 1 |   | 2 |\n|   |   |   |');
    await opened.act((editor) => editor.chain().setTextSelection(at(editor, 'b')).alignColumn('right').run());
    await opened.act(({ commands }) => commands.deleteRow());
    expect(opened.value()).toBe('| 1 |   |  2 |\n| - | - | -: |\n|   |   |    |');
    expect(opened.dom.querySelectorAll('th')).toHaveLength(3);
    opened.close();
  });

  it('makes tasks of list items, ticks them, and begins new ones unticked', async () => {
    const opened = await openEditor('- one\n- two');
    await opened.act((editor) => editor.chain().setTextSelection(at(editor, 'two')).toggleTasks().toggleTick().run());
    expect(opened.value()).toBe('- one\n- [x] two');
    const box = opened.dom.querySelector('input');
    expect(box?.getAttribute('aria-label')).toBe('Done');
    await opened.act(() => box?.click());
    expect(opened.value()).toBe('- one\n- [ ] two');
    opened.close();
  });

  it('does not mark the spaces around words', async () => {
    const opened = await openEditor('one two three');
    await opened.act((editor) => editor.chain().setTextSelection({ from: 4, to: 9 }).toggleBold().run());
    expect(opened.value()).toBe('one **two** three');
    opened.close();
  });

  it('keeps what it cannot show as source, and lets it be edited', async () => {
    const opened = await openEditor('Water is H<sub>2</sub>O.[^1]\n\n[^1]: A note.\n\n<aside>Aside</aside>');
    expect([...opened.dom.querySelectorAll('[data-source]')].map(({ textContent }) => textContent)).toEqual([
      '<sub>',
      '</sub>',
      '[^1]',
      '[^1]: A note.',
      '<aside>Aside</aside>',
    ]);
    await opened.act((editor) => editor.commands.insertContentAt(at(editor, 'A note'), 'Not '));
    expect(opened.value()).toBe('Water is H<sub>2</sub>O.[^1]\n\n[^1]: Not A note.\n\n<aside>Aside</aside>');
    opened.close();
  });

  it('is a text box with the name of its field', async () => {
    const { dom, close } = await openEditor('');
    expect(dom.getAttribute('aria-labelledby')).toBe('body-label');
    expect(dom.getAttribute('aria-multiline')).toBe('true');
    close();
  });
});
