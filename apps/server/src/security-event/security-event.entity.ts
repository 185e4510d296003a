import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import { Node } from '../kernel/node.ts';
import { User } from '../user/user.entity.ts';

export enum SecurityEventKind {
  SIGNED_UP = 'signed_up',
  SIGNED_IN = 'signed_in',
  SIGN_IN_FAILED = 'sign_in_failed',
  SIGNED_OUT = 'signed_out',
  SESSIONS_ENDED = 'sessions_ended',
  TOKEN_REUSED = 'token_reused',
  PASSWORD_CHANGED = 'password_changed',
  PASSWORD_RESET = 'password_reset',
  PASSWORD_SET = 'password_set',
  EMAIL_CHANGE_ASKED = 'email_change_asked',
  EMAIL_CONFIRMED = 'email_confirmed',
  SECOND_FACTOR_ENABLED = 'second_factor_enabled',
  SECOND_FACTOR_DISABLED = 'second_factor_disabled',
  RECOVERY_CODES_MADE = 'recovery_codes_made',
  RECOVERY_CODE_USED = 'recovery_code_used',
  SUSPENDED = 'suspended',
  REINSTATED = 'reinstated',
}
registerEnumType(SecurityEventKind, {
  name: 'SecurityEventKind',
  description: 'What happened to an account.',
  valuesConfig: {
    SIGNED_UP: { description: 'The account was made.' },
    SIGNED_IN: { description: 'Somebody signed in.' },
    SIGN_IN_FAILED: { description: 'Somebody tried to sign in, with a wrong password or a wrong code.' },
    SIGNED_OUT: { description: 'Somebody signed out.' },
    SESSIONS_ENDED: { description: 'Sessions were ended from another one.' },
    TOKEN_REUSED: {
      description: 'A refresh token came that had been replaced long ago: its session was ended, because somebody has a copy.',
    },
    PASSWORD_CHANGED: { description: 'The password was changed by who knew the old one.' },
    PASSWORD_RESET: { description: 'The password was changed by a link in a mail.' },
    PASSWORD_SET: { description: 'The password was set by an administrator.' },
    EMAIL_CHANGE_ASKED: { description: 'Another e-mail address was named.' },
    EMAIL_CONFIRMED: { description: 'An e-mail address was confirmed, and is that of the account now.' },
    SECOND_FACTOR_ENABLED: { description: 'Signing in takes a code from then on.' },
    SECOND_FACTOR_DISABLED: { description: 'Signing in takes no code any more.' },
    RECOVERY_CODES_MADE: { description: 'New recovery codes were made; those before are good for nothing.' },
    RECOVERY_CODE_USED: { description: 'A recovery code stood in for the app.' },
    SUSPENDED: { description: 'The school suspended the account: nobody signs in to it.' },
    REINSTATED: { description: 'The school ended the suspension of the account.' },
  },
});

/** Something that happened to an account, with where it came from. Kept for a year, and never changed. */
@ObjectType({ implements: Node, description: 'Something that happened to an account. Its owner alone sees it, for a year.' })
@Entity()
export class SecurityEvent extends Node {
  @PrimaryKey({ type: 'uuid' })
  declare id: string;

  @ManyToOne(() => User, { mapToPk: true, nullable: true })
  userId: string | null = null;

  @Field(() => SecurityEventKind, { simple: true, description: 'What happened.' })
  @Property({ type: 'text' })
  kind!: SecurityEventKind;

  @Field(() => DateTime, { simple: true, description: 'When.' })
  @Property({ type: 'datetime' })
  at: Date = new Date();

  @Field(() => String, { simple: true, description: 'The network address that it came from; empty when it was the server itself.' })
  @Property({ type: 'text' })
  address: string = '';

  @Field(() => String, { simple: true, description: 'What the browser or program calls itself (User-Agent), 300 characters at most.' })
  @Property({ type: 'text' })
  device: string = '';

  constructor(fields: Pick<SecurityEvent, 'id' | 'userId' | 'kind'> & Partial<SecurityEvent>) {
    super();
    Object.assign(this, fields);
  }
}
