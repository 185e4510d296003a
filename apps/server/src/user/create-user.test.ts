import { expect, test } from 'vitest';
import { Browser } from '../../test/browser.ts';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { Caller, openSchool } from '../../test/harness.ts';
import { countOfMails, linkIn, mailTo } from '../../test/mails.ts';
import { defaultGroupIds } from '../group/default-groups.ts';
import { globalId } from '../kernel/global-id.ts';

const school = await openSchool({ MAILBOX: 'true', SIGN_UP: 'closed', PUBLIC_URL: 'https://school.example' });
const make = new Factory(school);
const admin = await school.as((await make.user('Administrators')).uuid);
const password = 'a boat on a quiet lake';

const Create = graphql(`
  mutation UserCreate($input: CreateUserInput!) {
    createUser(input: $input) {
      user {
        id
        username
        isEmailConfirmed
        profile {
          displayName
          language
        }
        groups {
          name
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const Choose = graphql(`
  mutation UserChoosePassword($secret: String!, $password: String!) {
    resetPassword(input: { secret: $secret, password: $password }) {
      userErrors {
        code
      }
    }
  }
`);
const SignIn = graphql(`
  mutation UserCreateSignIn($login: String!, $password: String!) {
    signIn(input: { login: $login, password: $password }) {
      credentials {
        viewer {
          username
          isEmailConfirmed
        }
      }
    }
  }
`);

const person = (username: string, more: object = {}) => ({
  username,
  email: `${username}@example.org`,
  firstName: 'Ada',
  lastName: 'Lovelace',
  ...more,
});
const groupId = (name: keyof typeof defaultGroupIds) => globalId('Group', defaultGroupIds[name]);

test('who is given an account chooses a password by the mail, and signs in by the address too', async () => {
  const input = person('ada', { language: 'fr', idempotencyKey: 'k' });
  const made = (await admin.data(Create, { input })).createUser;
  expect(made).toEqual({
    user: {
      id: expect.any(String) as string,
      username: 'ada',
      isEmailConfirmed: false,
      profile: { displayName: 'Ada Lovelace', language: 'fr' },
      groups: [{ name: 'Students' }],
    },
    userErrors: [],
  });
  expect((await admin.data(Create, { input })).createUser?.user?.id).toBe(made?.user?.id);
  const mail = await mailTo(school, 'ada@example.org', 'Votre compte Cursus');
  expect(mail.text).toContain('« ada »');
  expect(await countOfMails(school, 'ada@example.org')).toBe(1);
  const { url, secret } = linkIn(mail);
  expect(url).toBe(`https://school.example/reset-password#${secret}`);
  expect((await school.nobody.data(Choose, { secret, password })).resetPassword?.userErrors).toEqual([]);
  expect((await school.nobody.data(Choose, { secret, password })).resetPassword?.userErrors).toEqual([{ code: 'LINK_OVER' }]);
  const { data } = await new Browser(school.url).run(SignIn, { login: 'ada@example.org', password });
  expect(data?.signIn?.credentials?.viewer).toEqual({ username: 'ada', isEmailConfirmed: true });
});

test('they are made in the groups that are named, as far as those are the maker’s to give', async () => {
  const input = person('grace', { groupIds: [groupId('Instructors'), groupId('Support')] });
  expect((await admin.data(Create, { input })).createUser?.user?.groups).toEqual([{ name: 'Instructors' }, { name: 'Support' }]);
  const [clerk, keeper] = [
    await school.as((await make.userWith(['user.manage'])).uuid),
    await school.as((await make.userWith(['user.manage', 'group.manage'])).uuid),
  ];
  const refused = [{ code: 'NOT_YOURS_TO_GIVE', path: ['groupIds'] }];
  for (const caller of [clerk, keeper]) {
    const raised = person('raised', { groupIds: [groupId('Administrators')] });
    expect((await caller.data(Create, { input: raised })).createUser?.userErrors).toEqual(refused);
  }
  expect((await clerk.data(Create, { input: person('plain') })).createUser?.userErrors).toEqual([]);
  const none = (await keeper.data(Create, { input: person('none', { groupIds: [] }) })).createUser;
  expect(none?.user?.groups).toEqual([]);
});

test('a program that makes accounts puts nobody in a group without the scope for groups', async () => {
  const maker = await make.user('Administrators');
  const made = async (username: string, scopes: string[]) => {
    const program = new Caller(school.url, (await make.token(maker, ['user:write', 'profile:read', ...scopes])).secret);
    return (await program.data(Create, { input: person(username, { groupIds: [groupId('Administrators')] }) })).createUser?.userErrors;
  };
  expect(await made('accomplice', ['group:read'])).toEqual([{ code: 'NOT_YOURS_TO_GIVE', path: ['groupIds'] }]);
  expect(await made('colleague', ['group:read', 'group:write'])).toEqual([]);
});

test('what is wrong or taken is told at its field, and nobody is made or written to', async () => {
  const other = await make.user();
  const mistakes = async (input: ReturnType<typeof person>) => (await admin.data(Create, { input })).createUser?.userErrors;
  expect(await mistakes(person('x y'))).toContainEqual({ code: 'INVALID', path: ['username'] });
  expect(await mistakes(person(other.username))).toEqual([{ code: 'TAKEN', path: ['email'] }]);
  expect(await mistakes(person(other.username, { email: 'free@example.org' }))).toEqual([{ code: 'TAKEN', path: ['username'] }]);
  expect(await mistakes(person('gone', { groupIds: [globalId('Group', crypto.randomUUID())] }))).toEqual([
    { code: 'NOT_FOUND', path: ['groupIds', '0'] },
  ]);
  expect(await countOfMails(school, 'gone@example.org')).toBe(0);
});

test('only who manages accounts makes one', async () => {
  for (const caller of [await school.as((await make.user('Managers')).uuid), school.nobody]) {
    const code = (await caller.run(Create, { input: person('nobody') })).errors[0]?.extensions.code;
    expect(code).toBe(caller === school.nobody ? 'UNAUTHENTICATED' : 'FORBIDDEN');
  }
});
