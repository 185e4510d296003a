import { moduleRule } from '@cursus/rules/module';
import type { EntityManager } from '@mikro-orm/postgresql';
import { tellStructure } from '../course/structure-event.ts';
import { checked, given } from '../kernel/input-rules.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import type { UpdateModuleInput } from './module.input.ts';
import { presentModule } from './present-module.ts';

export async function editModule(em: EntityManager, id: string, input: UpdateModuleInput): Promise<void> {
  const module = await presentModule(em, id);
  Object.assign(module, checked(moduleRule.partial(), given(input)));
  if (input.status) module.status = input.status;
  // Who sees no drafts loses a module that becomes one.
  await tellStructure(em, module.courseId, { moduleIds: [id], deletedModuleIds: input.status === PublicationStatus.DRAFT ? [id] : [] });
}
