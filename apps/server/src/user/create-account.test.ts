import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { Browser } from '../../test/browser.ts';
import { Factory, testPassword } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { linkIn, mailTo } from '../../test/mails.ts';
import { packageRoot } from '../package-root.ts';
import { createAccount } from './create-account.ts';

const school = await openSchool({ MAILBOX: 'true' });
const make = new Factory(school);

const SignUp = graphql(`
  mutation AccountSignUp($input: SignUpInput!) {
    signUp(input: $input) {
      userErrors {
        code
      }
    }
  }
`);
const Invite = graphql(`
  mutation AccountInvite($email: String!) {
    createInvitation(input: { email: $email }) {
      userErrors {
        code
      }
    }
  }
`);

const Create = graphql(`
  mutation AccountCreate($input: CreateUserInput!) {
    createUser(input: $input) {
      userErrors {
        code
      }
    }
  }
`);

const accountOf = (username: string) => ({
  username,
  email: `${username}@example.org`,
  password: testPassword,
  firstName: 'Grace',
  lastName: 'Hopper',
});

/** Every way in which an account is made. */
const ways: Readonly<Record<string, (username: string) => Promise<unknown>>> = {
  'sign-up': (username) =>
    new Browser(school.url).run(SignUp, { input: { ...accountOf(username), language: 'fr', timeZone: 'Europe/Paris' } }),
  'an invitation': async (username) => {
    const { email } = accountOf(username);
    await (await school.as((await make.user('Administrators')).uuid)).data(Invite, { email });
    const { secret: invitation } = linkIn(await mailTo(school, email, 'You are invited to Cursus'));
    return new Browser(school.url).run(SignUp, { input: { ...accountOf(username), invitation } });
  },
  'an administrator': async (username) => {
    const { password: _password, ...input } = accountOf(username);
    await (await school.as((await make.user('Administrators')).uuid)).data(Create, { input });
  },
  'the command line': async (username) => {
    const { DATABASE_URL, DATA_DIR } = school.services.env;
    const args = ['--username', username, '--email', `${username}@example.org`, '--first-name', 'Grace', '--last-name', 'Hopper'];
    const command = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'src/admin.ts', 'create', ...args], {
      cwd: packageRoot,
      env: { DATABASE_URL, DATA_DIR, LOG_LEVEL: 'silent' },
    });
    command.stdin.end(`${testPassword}\n`);
    expect(await once(command, 'exit')).toEqual([0, null]);
  },
  'a program of the server': (username) => school.services.orm.em.fork().transactional((em) => createAccount(em, accountOf(username))),
};

const profileOf = (username: string) =>
  school.db
    .selectFrom('user')
    .innerJoin('profile', 'profile.user_id', 'user.id')
    .select(['first_name', 'last_name', 'language', 'time_zone', 'revision'])
    .where('username', '=', username)
    .execute();

const countOfPeople = async (table: 'user' | 'profile'): Promise<number> => {
  const { count } = await school.db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
};

test.each(Object.entries(ways))('by %s an account comes with its profile', { timeout: 30_000 }, async (way, make_) => {
  const username = `grace.${Object.keys(ways).indexOf(way)}`;
  await make_(username);
  const chosen = way === 'sign-up' ? { language: 'fr', time_zone: 'Europe/Paris' } : { language: null, time_zone: null };
  expect(await profileOf(username)).toEqual([{ first_name: 'Grace', last_name: 'Hopper', ...chosen, revision: 1 }]);
});

test('neither is made without the other, whatever comes between', async () => {
  const before = [await countOfPeople('user'), await countOfPeople('profile')];
  const late = school.services.orm.em.fork().transactional(async (em) => {
    await createAccount(em, accountOf('too.late'));
    throw new Error('the connection was lost');
  });
  await expect(late).rejects.toThrow('the connection was lost');
  const twins = Array.from({ length: 10 }, () => new Browser(school.url).run(SignUp, { input: accountOf('twin') }));
  await Promise.all(twins);
  expect([await countOfPeople('user'), await countOfPeople('profile')]).toEqual(before.map((count) => count + 1));
  expect(await profileOf('twin')).toHaveLength(1);
});
