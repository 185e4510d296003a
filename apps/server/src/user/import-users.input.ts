import { importMaxCount } from '@cursus/rules/account';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { payloadType } from '../kernel/mutation.ts';
import { UserError } from '../kernel/user-error.ts';

export enum ImportOutcome {
  CREATE = 'create',
  SKIP = 'skip',
  REFUSE = 'refuse',
}
registerEnumType(ImportOutcome, {
  name: 'ImportOutcome',
  description: 'What becomes of a row.',
  valuesConfig: {
    CREATE: { description: 'An account is made, and its owner gets a mail with the link by which they choose a password.' },
    SKIP: { description: 'There is an account with this username and address already: it stays as it is.' },
    REFUSE: { description: 'It cannot be, for the reasons in `userErrors`; then nothing of the file is imported.' },
  },
});

@InputType({ description: 'Accounts to make, as a table.' })
export class ImportUsersInput {
  @Field(() => String, {
    description:
      `A table as spreadsheets save it (CSV), with commas, semicolons or tabs between its cells. Its first row names the columns, in any order: ` +
      `\`username\`, \`email\`, \`firstName\`, \`lastName\`, and, where wanted, \`language\` (ISO 639-1) and \`group\` (its name; absent: Students; another one takes what \`CreateUserInput.groupIds\` takes). At most ${importMaxCount} rows below it.`,
  })
  csv!: string;

  @Field(() => Boolean, { description: 'Only tell what would happen; nothing is changed and no mail is sent.' })
  isDryRun!: boolean;
}

@ObjectType({ description: 'A row of an imported table, and what becomes of it.' })
export class ImportedRow {
  @Field(() => Int, { simple: true, description: 'Its number in the table; the row with the names of the columns is 1.' })
  number!: number;

  @Field(() => String, { simple: true, description: 'The username, as the row has it.' })
  username!: string;

  @Field(() => ImportOutcome, { simple: true, description: 'What becomes of it.' })
  outcome!: ImportOutcome;

  @Field(() => [UserError], { simple: true, description: 'Why it is refused; `path` names the column. Empty for all others.' })
  userErrors!: readonly UserError[];
}

export const ImportUsersPayload = payloadType('ImportUsersPayload', {
  lines: {
    type: () => [ImportedRow],
    description: `What becomes of each row, also when the whole was refused for one of them: at most ${importMaxCount}. Null when the table could not be read.`,
  },
});
