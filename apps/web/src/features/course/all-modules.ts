import { moduleRule } from '@cursus/rules/module';
import { z } from 'zod';
import { newKey } from '../../lib/new-key.ts';

const place = { key: z.string(), id: z.string().nullable(), revision: z.number() };

/** The form of all modules: one that is marked for deletion need say nothing more. */
export const allModulesRule = z.object({
  modules: z.array(
    z.discriminatedUnion('isDeleted', [
      moduleRule.extend({ ...place, isDeleted: z.literal(false) }),
      z.object({ ...place, title: z.string(), description: z.string(), isDeleted: z.literal(true) }),
    ]),
  ),
});

export type AllModules = z.input<typeof allModulesRule>;
export type ModuleFields = AllModules['modules'][number];

export interface StoredModule {
  id: string;
  title: string;
  description: string;
  revision: number;
}

export const fieldsOf = ({ id, title, description, revision }: StoredModule): ModuleFields => ({
  key: id,
  id,
  revision,
  title,
  description,
  isDeleted: false,
});

/** Of a module that is not there yet. */
export const blankPlace = () => ({ key: newKey(), id: null, revision: 1 });

export const blankModule = (): ModuleFields => ({ ...blankPlace(), title: '', description: '', isDeleted: false });

/** What differs from what is stored: only that is sent, so that what a colleague changes elsewhere stands. `at`: where in the form. */
export function changesOf(modules: readonly ModuleFields[], stored: readonly StoredModule[]) {
  const byId = new Map(stored.map((module) => [module.id, module]));
  const isChanged = ({ id, title, description }: ModuleFields): boolean => {
    const before = byId.get(id ?? '');
    return before === undefined || before.title !== title || before.description !== description;
  };
  const placed = modules.map((module, at) => ({ module, at }));
  const saved = placed.filter(({ module }) => !module.isDeleted && isChanged(module));
  return {
    changed: saved.filter(({ module }) => module.id !== null),
    added: saved.filter(({ module }) => module.id === null),
    saved,
    deletedIds: modules.flatMap(({ id, isDeleted }) => (isDeleted && id !== null ? [id] : [])),
  };
}
