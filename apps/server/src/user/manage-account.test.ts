import { expect, test } from 'vitest';
import { Browser } from '../../test/browser.ts';
import { Factory, testPassword } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { type Caller, openSchool } from '../../test/harness.ts';
import { LiveClient } from '../../test/live-client.ts';
import { Structure } from '../../test/live-documents.ts';
import { linkIn, mailTo } from '../../test/mails.ts';

const school = await openSchool({ MAILBOX: 'true' });
const make = new Factory(school);
const boss = await make.user('Administrators');
const admin = await school.as(boss.uuid);
const superuser = await make.user('Administrators', { isSuperuser: true });

const Update = graphql(`
  mutation AccountUpdate($input: UpdateUserInput!) {
    updateUser(input: $input) {
      user {
        username
        email
        newEmail
        profile {
          displayName
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const Suspend = graphql(`
  mutation AccountSuspend($id: ID!) {
    suspendUser(input: { id: $id }) {
      user {
        suspendedAt
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const Reinstate = graphql(`
  mutation AccountReinstate($id: ID!) {
    reinstateUser(input: { id: $id }) {
      user {
        suspendedAt
      }
      userErrors {
        code
      }
    }
  }
`);
const SetSuperuser = graphql(`
  mutation AccountSuperuser($id: ID!, $isSuperuser: Boolean!) {
    setSuperuser(input: { id: $id, isSuperuser: $isSuperuser }) {
      user {
        isSuperuser
        permissions
      }
      userErrors {
        code
      }
    }
  }
`);
const SignIn = graphql(`
  mutation AccountSignIn($login: String!, $password: String!) {
    signIn(input: { login: $login, password: $password }) {
      credentials {
        accessToken
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const Viewer = graphql(`
  query AccountViewer {
    viewer {
      id
    }
  }
`);
const Confirm = graphql(`
  mutation AccountConfirm($secret: String!) {
    confirmEmail(input: { secret: $secret }) {
      userErrors {
        code
      }
    }
  }
`);

const codeOf = async (answer: ReturnType<Caller['run']>) => (await answer).errors[0]?.extensions.code;
const signIn = async (login: string, password = testPassword) =>
  (await new Browser(school.url).run(SignIn, { login, password })).data?.signIn;

test('an administrator changes names, username and address; the address is used once it is confirmed', async () => {
  const person = await make.user();
  const input = { id: person.id, username: 'New.Name', firstName: 'Grace', lastName: 'Hopper', email: 'grace@school.example' };
  expect((await admin.data(Update, { input })).updateUser).toEqual({
    user: {
      username: 'new.name',
      email: `${person.username}@example.org`,
      newEmail: 'grace@school.example',
      profile: { displayName: 'Grace Hopper' },
    },
    userErrors: [],
  });
  await admin.data(Update, { input });
  await mailTo(school, `${person.username}@example.org`, 'Your e-mail address is about to change');
  const { secret } = linkIn(await mailTo(school, 'grace@school.example', 'Confirm your e-mail address'));
  expect((await school.nobody.data(Confirm, { secret })).confirmEmail?.userErrors).toEqual([]);
  expect((await admin.data(Update, { input: { id: person.id } })).updateUser?.user?.email).toBe('grace@school.example');
});

test('what is wrong or taken is told at its field', async () => {
  const person = await make.user();
  const mistakes = async (fields: object) => (await admin.data(Update, { input: { id: person.id, ...fields } })).updateUser?.userErrors;
  expect(await mistakes({ username: 'a b' })).toEqual([{ code: 'INVALID', path: ['username'] }]);
  expect(await mistakes({ username: boss.username })).toEqual([{ code: 'TAKEN', path: ['username'] }]);
  expect(await mistakes({ email: 'a@b.c\r\nBcc: x@example.org', firstName: ' ' })).toEqual([
    { code: 'INVALID', path: ['email'] },
    { code: 'REQUIRED', path: ['firstName'] },
  ]);
});

test('nobody changes or suspends who may do more; strangers do not know of the account', async () => {
  const clerk = await school.as((await make.userWith(['user.manage'])).uuid);
  for (const id of [boss.id, superuser.id]) {
    expect(await codeOf(clerk.run(Update, { input: { id, firstName: 'X' } }))).toBe('FORBIDDEN');
    expect(await codeOf(clerk.run(Suspend, { id }))).toBe('FORBIDDEN');
  }
  expect(await codeOf(admin.run(Update, { input: { id: superuser.id, firstName: 'X' } }))).toBe('FORBIDDEN');
  const stranger = await school.as((await make.user('Managers')).uuid);
  for (const document of [Suspend, Reinstate] as const) {
    const variables = { id: boss.id };
    expect(await codeOf(document === Suspend ? stranger.run(Suspend, variables) : stranger.run(Reinstate, variables))).toBe('NOT_FOUND');
  }
});

test('who is suspended is out at once, by session, token and socket, and comes back when they are reinstated', async () => {
  const person = await make.user();
  const course = await make.course(await make.user('Instructors'));
  await make.enrolment(course, person);
  const [caller, { secret }] = [await school.as(person.uuid), await make.token(person, ['profile:read'])];
  const program = Object.assign(Object.create(Object.getPrototypeOf(caller) as object) as Caller, { url: school.url, token: secret });
  expect((await program.run(Viewer)).status).toBe(200);
  const socket = await LiveClient.of(caller);
  await socket.follow(Structure, { id: course.id }).data();
  expect((await admin.data(Suspend, { id: person.id })).suspendUser?.user?.suspendedAt).not.toBeNull();
  expect(await socket.closed).toMatchObject({ code: 4403 });
  expect([(await caller.run(Viewer)).status, (await program.run(Viewer)).status]).toEqual([401, 401]);
  expect((await signIn(person.username))?.userErrors).toEqual([{ code: 'ACCOUNT_SUSPENDED', path: null }]);
  expect((await signIn(person.username, 'not the password'))?.userErrors).toEqual([{ code: 'WRONG_CREDENTIALS', path: null }]);
  expect((await admin.data(Reinstate, { id: person.id })).reinstateUser).toEqual({ user: { suspendedAt: null }, userErrors: [] });
  expect((await signIn(person.username))?.credentials).not.toBeNull();
  expect((await program.run(Viewer)).status).toBe(200);
});

test('nobody suspends themselves, however many rights they have', async () => {
  expect(await codeOf(admin.run(Suspend, { id: boss.id }))).toBe('FORBIDDEN');
  expect(await codeOf((await school.as(superuser.uuid)).run(Suspend, { id: superuser.id }))).toBe('FORBIDDEN');
});

test('a superuser is made and unmade by a superuser alone', async () => {
  const person = await make.user();
  expect(await codeOf(admin.run(SetSuperuser, { id: person.id, isSuperuser: true }))).toBe('FORBIDDEN');
  expect(await codeOf(admin.run(SetSuperuser, { id: superuser.id, isSuperuser: false }))).toBe('FORBIDDEN');
  const maker = await school.as(superuser.uuid);
  const made = (await maker.data(SetSuperuser, { id: person.id, isSuperuser: true })).setSuperuser;
  expect(made?.user?.isSuperuser).toBe(true);
  expect(made?.user?.permissions).toContain('GROUP_MANAGE');
  const unmade = (await maker.data(SetSuperuser, { id: person.id, isSuperuser: false })).setSuperuser;
  expect(unmade?.user).toEqual({ isSuperuser: false, permissions: [] });
});

test('of forty administrators who suspend each other at once, one stays', async () => {
  const others = await openSchool();
  const factory = new Factory(others);
  const people = await Promise.all(Array.from({ length: 40 }, () => factory.user('Administrators')));
  const callers = await Promise.all(people.map(({ uuid }) => others.as(uuid)));
  await Promise.all(callers.map((caller, at) => caller.run(Suspend, { id: people[(at + 1) % 40]?.id ?? '' })));
  const active = await others.db.selectFrom('user').select('id').where('suspended_at', 'is', null).execute();
  expect(active.length).toBeGreaterThan(0);
});
