import 'reflect-metadata';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { signUpRule } from '@cursus/rules/account';
import { ConfigurationError, readEnv } from './env.ts';
import { defaultGroupIds } from './group/default-groups.ts';
import { checked } from './kernel/input-rules.ts';
import { refusalOf } from './kernel/constraint.ts';
import { Refusal } from './kernel/user-error.ts';
import { startServices } from './start-services.ts';
import { createAccount } from './user/create-account.ts';
import { User } from './user/user.entity.ts';

const usage = 'Usage: npm run admin -- create --username NAME --email ADDRESS [--first-name NAME] [--last-name NAME]';

/** Reads a line that the terminal does not show; from a pipe, the first line. */
async function readPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: process.stdin.isTTY === true });
  if (process.stdin.isTTY !== true) {
    for await (const line of lines) return line;
    return '';
  }
  process.stderr.write('Password (8 to 128 characters, not shown): ');
  Object.assign(lines, { _writeToOutput: () => undefined });
  const password = await lines.question('');
  lines.close();
  process.stderr.write('\n');
  return password;
}

/** Makes an administrator with every right: the way into an installation without the sample school. */
async function create(args: string[]): Promise<void> {
  const options = {
    username: { type: 'string' },
    email: { type: 'string' },
    'first-name': { type: 'string' },
    'last-name': { type: 'string' },
  } as const;
  const { values } = parseArgs({ args, options });
  const account = checked(signUpRule, {
    username: values.username ?? '',
    email: values.email ?? '',
    firstName: values['first-name'] ?? values.username ?? '',
    lastName: values['last-name'] ?? 'Admin',
    password: await readPassword(),
  });
  const { orm } = await startServices(readEnv());
  try {
    await orm.em.fork().transactional(async (em) => {
      const id = await createAccount(em, account, [defaultGroupIds.Administrators]);
      Object.assign(await em.findOneOrFail(User, id), { isSuperuser: true, emailConfirmedAt: new Date() });
    });
  } finally {
    await orm.close();
  }
  process.stdout.write(`The administrator ${account.username} can sign in.\n`);
}

function reasonOf(error: unknown): string {
  const refusal = error instanceof Refusal ? error : refusalOf(error);
  if (refusal !== null) return refusal.userErrors.map(({ message }) => message).join(' ');
  if (error instanceof ConfigurationError) return error.message;
  return error instanceof Error ? error.message : String(error);
}

try {
  const [command, ...rest] = process.argv.slice(2);
  if (command === 'create') await create(rest);
  else throw new Error(usage);
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 1;
}
