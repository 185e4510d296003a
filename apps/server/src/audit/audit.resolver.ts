import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access } from '../kernel/authorize.ts';
import { connectionType } from '../kernel/connection.ts';
import { globalId } from '../kernel/global-id.ts';
import { User } from '../user/user.entity.ts';
import type { UserRow } from '../user/user.queries.ts';
import { AuditEntry, FieldChange } from './audit-entry.entity.ts';
import { AuditListArgs } from './audit-list.input.ts';
import { canReadAuditLog } from './audit.policy.ts';
import { auditEntries, type AuditEntryRow, changesOfEntry, type FieldChangeRow } from './audit.queries.ts';
import { nodeOfColumn, nodeOfTable, RecordKinds, tableOfNode } from './record-kind.ts';
import { recordOf } from './record.queries.ts';

const AuditEntryConnection = connectionType('AuditEntry', () => AuditEntry);

const fieldOf = (column: string): string => column.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** What a value refers to, as the API names it. */
interface ShownChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly type: string | null;
  readonly uuids: { readonly before: string | null; readonly after: string | null };
}

function shown({ column, before, after }: FieldChangeRow): ShownChange {
  const type = nodeOfColumn[column] ?? null;
  const named = (value: string | null) => (type === null || value === null ? value : globalId(type, value));
  return { field: fieldOf(column), before: named(before), after: named(after), type, uuids: { before, after } };
}

async function nameOf(ctx: Context, { type, uuids }: ShownChange, when: 'before' | 'after'): Promise<string | null> {
  const uuid = uuids[when];
  return type === null || uuid === null ? null : ((await recordOf(ctx, type, uuid))?.name ?? null);
}

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Query(() => AuditEntryConnection, { description: 'The audit log: what anybody changed by whatever way, for who may read it.' })
  @Access({ scope: 'audit:read', rule: canReadAuditLog })
  auditEntries(@Args(() => AuditListArgs) args: AuditListArgs, @Ctx() ctx: Context) {
    return auditEntries(ctx, args);
  }

  @FieldResolver(() => Boolean, { description: 'Whether nobody in person did it: a job, the command line, or SQL.' })
  isBySystem(@Root() { actorId }: AuditEntryRow) {
    return actorId === null;
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who did it; null when it was the system, or somebody whose account is gone.' })
  async actor(@Root() { actorId }: AuditEntryRow, @Ctx() ctx: Context) {
    if (actorId === null || (await recordOf(ctx, 'User', actorId)) === null) return null;
    return { id: actorId } satisfies UserRow;
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'The id of the object that the entry is about, for `node`; null when that is in the trash, over or gone.',
  })
  async recordId(@Root() { kind, rowId }: AuditEntryRow, @Ctx() ctx: Context) {
    const type = nodeOfTable(kind);
    if (type === null || rowId === null || (await recordOf(ctx, type, rowId))?.isThere !== true) return null;
    return globalId(type, rowId);
  }

  @FieldResolver(() => String, { nullable: true })
  async recordName(@Root() { kind, rowId, recordName }: AuditEntryRow, @Ctx() ctx: Context) {
    const type = nodeOfTable(kind);
    if (recordName !== null || type === null || rowId === null) return recordName;
    return (await recordOf(ctx, type, rowId))?.name ?? null;
  }

  @FieldResolver(() => [FieldChange], {
    description: 'What changed: of what was made or deleted all fields, else those that differ; by the name of the field.',
  })
  async changes(@Root() { id }: AuditEntryRow, @Ctx() ctx: Context) {
    return (await changesOfEntry(ctx, id)).map(shown);
  }
}

/** The names behind the ids that a field held. */
@Resolver(() => FieldChange)
export class FieldChangeResolver {
  @FieldResolver(() => RecordKinds, { nullable: true })
  kind(@Root() { type }: ShownChange) {
    return type === null ? null : tableOfNode(type);
  }

  @FieldResolver(() => String, { nullable: true })
  beforeName(@Root() change: ShownChange, @Ctx() ctx: Context) {
    return nameOf(ctx, change, 'before');
  }

  @FieldResolver(() => String, { nullable: true })
  afterName(@Root() change: ShownChange, @Ctx() ctx: Context) {
    return nameOf(ctx, change, 'after');
  }
}
