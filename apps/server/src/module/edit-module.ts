import { moduleRule } from '@cursus/rules/module';
import type { EntityManager } from '@mikro-orm/postgresql';
import { tellStructure } from '../course/structure-event.ts';
import { checked, given } from '../kernel/input-rules.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import { revise } from '../revision/revise.ts';
import type { UpdateModuleInput } from './module.input.ts';
import { presentModule } from './present-module.ts';

/** Changes what the input names; `by` is who edits. What the status alone changes is no edit of what is written there. */
export async function editModule(em: EntityManager, id: string, input: UpdateModuleInput, by: string): Promise<void> {
  const module = await presentModule(em, id);
  const fields = checked(moduleRule.partial(), given(input));
  const isEdit = Object.keys(fields).length > 0 || input.expectedRevision;
  if (isEdit) revise(module, 'Module', { ...input, by });
  Object.assign(module, fields);
  if (input.status) module.status = input.status;
  // Who sees no drafts loses a module that becomes one.
  await tellStructure(em, module.courseId, { moduleIds: [id], deletedModuleIds: input.status === PublicationStatus.DRAFT ? [id] : [] });
}
