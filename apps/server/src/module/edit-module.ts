import { moduleRule } from '@cursus/rules/module';
import type { EntityManager } from '@mikro-orm/postgresql';
import { checked, given } from '../kernel/input-rules.ts';
import type { UpdateModuleInput } from './module.input.ts';
import { presentModule } from './present-module.ts';

export async function editModule(em: EntityManager, id: string, input: UpdateModuleInput): Promise<void> {
  const module = await presentModule(em, id);
  Object.assign(module, checked(moduleRule.partial(), given(input)));
  if (input.status) module.status = input.status;
}
