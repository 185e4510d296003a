import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import { type AskedOrder, orderType } from '../kernel/list-order.ts';
import { PageArgs } from '../kernel/paging.ts';
import { AuditAction } from './audit-entry.entity.ts';
import { type RecordKind, RecordKinds } from './record-kind.ts';

export enum AuditEntryOrderField {
  AT = 'at',
}
registerEnumType(AuditEntryOrderField, {
  name: 'AuditEntryOrderField',
  description: 'By what entries of the audit log are ordered.',
  valuesConfig: { AT: { description: 'By the moment of the change.' } },
});

const AuditEntryOrder = orderType<AuditEntryOrderField>('AuditEntry', AuditEntryOrderField);

@InputType({ description: 'Which entries of the audit log: those that meet all that is given.' })
export class AuditEntryFilter {
  @Field(() => ID, { nullable: true, description: 'What this person changed.' })
  actorId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'What nobody in person changed (jobs, the command line), or what people did.' })
  isBySystem?: boolean | null;

  @Field(() => [RecordKinds], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: RecordKind[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'About this object, with what belongs to it: of a person, for example, account, profile and groups.',
  })
  recordId?: string | null;

  @Field(() => [AuditAction], { nullable: true, description: 'One of these was done.' })
  actions?: AuditAction[] | null;

  @Field(() => DateTime, { nullable: true, description: 'At this moment or later.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Before this moment.' })
  until?: Date | null;
}

@ArgsType()
export class AuditListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of what the record was called, or of the name, username or (for who manages accounts) e-mail address of who changed it, at most 200 characters: accents, case and punctuation apart. The whole log is searched, by an index where three letters or more are given.',
  })
  search?: string | null;

  @Field(() => AuditEntryFilter, { nullable: true, description: 'Which of them.' })
  filter?: AuditEntryFilter | null;

  @Field(() => [AuditEntryOrder], { nullable: true, description: 'The order: the newest first unless it is given.' })
  orderBy?: AskedOrder<AuditEntryOrderField>[] | null;
}
