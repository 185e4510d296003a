import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access } from '../kernel/authorize.ts';
import { mutate } from '../kernel/mutation.ts';
import { ImportUsersInput, ImportUsersPayload } from './import-users.input.ts';
import { importUsers } from './import-users.ts';
import type { PlannedRow } from './plan-import.ts';
import { canManageUsers } from './user.policy.ts';

@Resolver()
export class ImportUsersResolver {
  @Mutation(() => ImportUsersPayload, {
    nullable: true,
    description:
      'Makes the accounts of a table, all of them or none, within what the viewer may do; with `isDryRun` it tells what would happen. ' +
      'An account that is there already is passed over, so that the same table can be sent again.',
  })
  @Access({ scope: 'user:write', rule: canManageUsers })
  async importUsers(@Arg('input', () => ImportUsersInput, { description: 'The table.' }) input: ImportUsersInput, @Ctx() ctx: Context) {
    let lines: readonly PlannedRow[] | null = null;
    const payload = await mutate(
      ctx,
      (em) =>
        importUsers(em, ctx, input, (planned) => {
          lines = planned;
        }),
      () => ({}),
    );
    return { ...payload, lines };
  }
}
