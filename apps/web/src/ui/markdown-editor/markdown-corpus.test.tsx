import { beforeAll, describe, expect, it } from 'vitest';
import { markdownCorpus } from '../../../test/markdown-corpus.ts';
import { htmlOf, openEditor } from '../../../test/markdown-page.tsx';
import { startTranslations } from '../../lib/translations.ts';
import { markdownOf } from './markdown-document.ts';

describe('the corpus in the editor', () => {
  beforeAll(() => startTranslations('en'));

  it('is large', () => expect(Object.keys(markdownCorpus).length).toBeGreaterThan(80));

  it.for(Object.entries(markdownCorpus))('%s', async ([, text]) => {
    const opened = await openEditor(text);
    await opened.act(({ commands }) => commands.selectAll());
    expect(opened.changes, 'untouched').toEqual([]);

    await opened.act(({ commands }) => commands.insertContentAt(0, { type: 'paragraph', content: [{ type: 'text', text: 'An edit.' }] }));
    const edited = opened.value();
    expect(edited.startsWith('An edit.')).toBe(true);
    expect(await htmlOf(edited), 'shown as before').toBe(await htmlOf(`An edit.\n\n${text}`));

    await opened.act(({ commands }) => commands.undo());
    expect(opened.value(), 'undone').toBe(text);
    opened.close();

    const again = await openEditor(edited);
    expect(markdownOf(again.editor.getJSON()), 'written again').toBe(edited);
    await again.act(({ commands }) => commands.insertContentAt(0, { type: 'paragraph', content: [{ type: 'text', text: 'More.' }] }));
    expect(again.value(), 'nothing but the edit').toBe(`More.\n\n${edited}`);
    again.close();
  });
});
