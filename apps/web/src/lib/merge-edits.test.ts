import { describe, expect, it } from 'vitest';
import { mergeEdits } from './merge-edits.ts';

const base = { title: 'Waves', body: 'They rise.', captions: [{ language: 'en' }] };

describe('two edits of the same state', () => {
  it('are both kept where each changed another field', () => {
    const { values, contested } = mergeEdits(base, { ...base, body: 'They fall.' }, { ...base, title: 'Tides' });
    expect(values).toEqual({ ...base, title: 'Tides', body: 'They fall.' });
    expect(contested).toEqual([]);
  });

  it('leave to a person what both changed', () => {
    const { values, contested } = mergeEdits(base, { ...base, body: 'Mine', title: 'Ours' }, { ...base, body: 'Theirs', title: 'Ours' });
    expect(contested).toEqual(['body']);
    expect(values).toEqual({ ...base, title: 'Ours', body: 'Mine' });
  });

  it('are compared by what they say, lists included', () => {
    const theirs = { ...base, captions: [{ language: 'fr' }] };
    expect(mergeEdits(base, { ...base, captions: [{ language: 'en' }] }, theirs)).toEqual({ values: theirs, contested: [] });
  });
});
