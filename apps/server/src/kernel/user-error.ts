import { Field, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';

export enum UserErrorCode {
  REQUIRED = 'REQUIRED',
  INVALID = 'INVALID',
  TOO_SHORT = 'TOO_SHORT',
  TOO_LONG = 'TOO_LONG',
  TOO_MANY = 'TOO_MANY',
  TOO_LARGE = 'TOO_LARGE',
  TOO_MANY_PIXELS = 'TOO_MANY_PIXELS',
  TOO_COMMON = 'TOO_COMMON',
  TAKEN = 'TAKEN',
  NOT_FOUND = 'NOT_FOUND',
  WRONG_CREDENTIALS = 'WRONG_CREDENTIALS',
  NOT_A_PERMUTATION = 'NOT_A_PERMUTATION',
  NOT_OPEN = 'NOT_OPEN',
  NOTHING_TO_READ = 'NOTHING_TO_READ',
  LOCKED = 'LOCKED',
  LOCK_CIRCLE = 'LOCK_CIRCLE',
  IN_USE = 'IN_USE',
  UNSUPPORTED_MEDIA_TYPE = 'UNSUPPORTED_MEDIA_TYPE',
  STORAGE_FULL = 'STORAGE_FULL',
  SIGN_UP_CLOSED = 'SIGN_UP_CLOSED',
  EDIT_CONFLICT = 'EDIT_CONFLICT',
  WRONG_PASSWORD = 'WRONG_PASSWORD',
  PASSWORD_NEEDED = 'PASSWORD_NEEDED',
  WRONG_CODE = 'WRONG_CODE',
  LINK_OVER = 'LINK_OVER',
  CHALLENGE_OVER = 'CHALLENGE_OVER',
  NOT_NEEDED = 'NOT_NEEDED',
  HAS_STUDENTS = 'HAS_STUDENTS',
  NOT_YOURS_TO_GIVE = 'NOT_YOURS_TO_GIVE',
  LAST_ADMINISTRATOR = 'LAST_ADMINISTRATOR',
  ACCOUNT_SUSPENDED = 'ACCOUNT_SUSPENDED',
}

registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'Why a mutation changed nothing, in a way that a person can mend.',
  valuesConfig: {
    REQUIRED: { description: 'The field must say something.' },
    INVALID: { description: 'The value has not the form that the field asks for.' },
    TOO_SHORT: { description: 'Shorter than `limit` characters.' },
    TOO_LONG: { description: 'Longer than `limit` characters.' },
    TOO_MANY: { description: 'There are `limit` already, and no more are allowed.' },
    TOO_LARGE: { description: 'Larger than `limit` (bytes, for a file).' },
    TOO_MANY_PIXELS: { description: 'A picture of more than `limit` pixels, all frames of an animated one together.' },
    TOO_COMMON: { description: 'A password that many people use.' },
    TAKEN: { description: 'Somebody or something else has this value.' },
    NOT_FOUND: { description: 'What the field refers to does not exist, or not for the viewer.' },
    WRONG_CREDENTIALS: { description: 'No account has this login and password.' },
    NOT_A_PERMUTATION: { description: 'The ids are not exactly those of the present children: read them again.' },
    NOT_OPEN: { description: 'The course takes no enrolment at present.' },
    NOTHING_TO_READ: { description: 'Students would find nothing in the course: publish a content, and its module, first.' },
    LOCKED: { description: 'The content is not open to the viewer yet: its `viewerLock` says why.' },
    LOCK_CIRCLE: { description: 'A lock would wait for what waits for it, and never open.' },
    IN_USE: { description: 'Something still refers to it.' },
    UNSUPPORTED_MEDIA_TYPE: { description: 'The content of the file is not of a type that this use takes.' },
    STORAGE_FULL: { description: 'There is no room left: on the server, or in what a person may store.' },
    SIGN_UP_CLOSED: { description: 'This installation takes no new accounts.' },
    EDIT_CONFLICT: { description: 'Somebody saved another edit meanwhile: see EditConflict.' },
    WRONG_PASSWORD: { description: 'This is not the password of the account.' },
    PASSWORD_NEEDED: { description: "It takes the viewer's own password: for their own address, changeEmail." },
    WRONG_CODE: { description: 'This is no code of the app at this moment, none that was not used yet, and no recovery code.' },
    LINK_OVER: { description: 'The link was used, is too old, or was never sent: ask for another one.' },
    CHALLENGE_OVER: { description: 'The first step of signing in was too long ago, or the password is another by now: begin again.' },
    NOT_NEEDED: { description: 'It is so already.' },
    HAS_STUDENTS: { description: 'Somebody follows a course of theirs: hand it to another owner first (transferCourse).' },
    NOT_YOURS_TO_GIVE: { description: 'A permission that the viewer does not have, and so can give to nobody and take from nobody.' },
    LAST_ADMINISTRATOR: { description: 'Nobody would be left who may manage accounts and groups.' },
    ACCOUNT_SUSPENDED: { description: 'The account is suspended: nobody signs in to it at present.' },
  },
});

/** A slice's own implementer says its name. */
export const typeOfUserError = ({ __typename, limit }: { __typename?: string; limit?: number }): string =>
  __typename ?? (limit === undefined ? 'InputError' : 'LimitError');

@InterfaceType({
  description: 'A problem that a person can mend. Nothing was changed by the mutation that answers one.',
  resolveType: typeOfUserError,
})
export abstract class UserError {
  @Field(() => UserErrorCode, { description: 'What is wrong; translate by this.' })
  code!: UserErrorCode;

  @Field(() => String, { description: 'In English, for developers and logs.' })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The path inside `input` of the field that caused it; null when no single field did.',
  })
  path?: string[] | null;

  limit?: number;
}

@ObjectType({ implements: UserError, description: 'A problem with one field, or with the input as a whole.' })
export class InputError extends UserError {}

@ObjectType({ implements: UserError, description: 'A bound was passed: TOO_SHORT, TOO_LONG, TOO_MANY or TOO_LARGE.' })
export class LimitError extends UserError {
  @Field(() => Int, { description: 'The bound: characters, entries or bytes, by the code.' })
  declare limit: number;
}

/** Thrown by rules, policies and use cases; `mutate` turns it into the payload's `userErrors`. */
export class Refusal extends Error {
  readonly userErrors: readonly UserError[];
  constructor(userErrors: readonly UserError[]) {
    super(userErrors.map(({ code, path }) => `${code} ${path?.join('.') ?? ''}`).join(', '));
    this.userErrors = userErrors;
  }
}

/** A refusal of one field. `path` is relative to the mutation's input. */
export function refuse(code: UserErrorCode, path: string[] | null, message: string, limit?: number): Refusal {
  return new Refusal([{ code, path, message, ...(limit === undefined ? {} : { limit }) }]);
}
