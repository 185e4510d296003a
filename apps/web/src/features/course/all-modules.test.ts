import { expect, test } from 'vitest';
import { mistakesByRule } from '../../lib/mistakes.ts';
import { allModulesRule, blankModule, changesOf, fieldsOf, type StoredModule } from './all-modules.ts';

const stored: StoredModule[] = ['Shores', 'Currents', 'Ice'].map((title, at) => ({ id: `m${at}`, title, description: '', revision: 1 }));
const [shores, currents, ice] = stored.map(fieldsOf);

test('only what differs from what is stored is sent, and each mistake finds its way back to its place', () => {
  if (!shores || !currents || !ice) throw new Error('three modules');
  const modules = [shores, { ...currents, isDeleted: true }, { ...ice, title: 'Sea ice' }, { ...blankModule(), title: 'Tides' }];
  const { changed, added, saved, deletedIds } = changesOf(modules, stored);
  expect(changed.map(({ module }) => module.id)).toEqual(['m2']);
  expect(added.map(({ module }) => module.title)).toEqual(['Tides']);
  expect(saved.map(({ at }) => at)).toEqual([2, 3]);
  expect(deletedIds).toEqual(['m1']);
});

test('what is marked for deletion need say nothing more', () => {
  if (!shores || !currents) throw new Error('two modules');
  const modules = [
    { ...shores, title: '', isDeleted: true },
    { ...currents, title: ' ' },
  ];
  expect(mistakesByRule(allModulesRule, { modules })).toMatchObject([{ code: 'REQUIRED', field: 'modules.1.title' }]);
});
