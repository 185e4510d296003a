import { moduleRule } from '@cursus/rules/module';
import type { EntityManager } from '@mikro-orm/postgresql';
import { tellStructure } from '../course/structure-event.ts';
import { checked, given } from '../kernel/input-rules.ts';
import { revise } from '../revision/revise.ts';
import type { UpdateModuleInput } from './module.input.ts';
import { presentModule } from './present-module.ts';

/** Changes what the input names; `by` is who edits. */
export async function editModule(em: EntityManager, id: string, input: UpdateModuleInput, by: string): Promise<void> {
  const module = await presentModule(em, id);
  revise(module, 'Module', { ...input, by });
  Object.assign(module, checked(moduleRule.partial(), given(input)));
  await tellStructure(em, module.courseId, { moduleIds: [id] });
}
