import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import { Node } from '../kernel/node.ts';
import { type RecordKind, RecordKinds } from './record-kind.ts';

export enum AuditAction {
  CREATED = 'insert',
  CHANGED = 'update',
  DELETED = 'delete',
}
registerEnumType(AuditAction, {
  name: 'AuditAction',
  description: 'What was done to a record.',
  valuesConfig: {
    CREATED: { description: 'It was made.' },
    CHANGED: { description: 'It was changed; what goes to the trash, or comes back from it, is a change of `deletedAt`.' },
    DELETED: { description: 'It was deleted for good.' },
  },
});

/** Written by a trigger of the database, whoever changed what by whatever way; it is never changed. Secrets are no part of it. */
@ObjectType({ implements: Node, description: 'Who changed what, and when. It is never changed, and holds no secret.' })
export class AuditEntry extends Node {
  @Field(() => DateTime, { simple: true, description: 'When.' })
  at!: Date;

  @Field(() => AuditAction, { simple: true, description: 'What was done.' })
  action!: AuditAction;

  @Field(() => RecordKinds, { simple: true, description: 'To what kind of record.' })
  kind!: RecordKind;

  @Field(() => String, {
    nullable: true,
    description:
      'What the record was called then: its title or name. Of one without, what the object that it belongs to is called now; null when that is gone.',
  })
  recordName?: string | null;
}

@ObjectType({ description: 'One field of a record, before and after. A secret is none of the fields; that a password changed is told.' })
export class FieldChange {
  @Field(() => String, { simple: true, description: 'The field, for example `title`.' })
  field!: string;

  @Field(() => String, {
    simple: true,
    nullable: true,
    description:
      'Its value before, as text, 2,000 characters at most; an id of the API where it referred to something; null when there was none.',
  })
  before!: string | null;

  @Field(() => String, { simple: true, nullable: true, description: 'Its value after, in the same way.' })
  after!: string | null;

  @Field(() => RecordKinds, { nullable: true, description: 'What kind of record `before` and `after` name; null when they are no ids.' })
  kind?: RecordKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the object that `before` names is called now; null when it names none that still exists.',
  })
  beforeName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the object that `after` names is called now; null when it names none that still exists.',
  })
  afterName?: string | null;
}
