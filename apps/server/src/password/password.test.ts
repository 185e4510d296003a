import { request } from 'node:http';
import { print } from 'graphql';
import { expect, test } from 'vitest';
import { Browser } from '../../test/browser.ts';
import { Factory, testPassword } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { countOfMails, linkIn, mailTo } from '../../test/mails.ts';

const school = await openSchool({ MAILBOX: 'true', PUBLIC_URL: 'https://school.example' });
const make = new Factory(school);
const newPassword = 'a boat on a quiet lake';

const SignIn = graphql(`
  mutation PasswordSignIn($login: String!, $password: String!) {
    signIn(input: { login: $login, password: $password }) {
      credentials {
        accessToken
      }
      userErrors {
        code
      }
    }
  }
`);
const Change = graphql(`
  mutation PasswordChange($password: String!, $newPassword: String!) {
    changePassword(input: { password: $password, newPassword: $newPassword }) {
      userErrors {
        code
        path
      }
    }
  }
`);
const Set = graphql(`
  mutation PasswordSet($userId: ID!, $password: String!) {
    setPassword(input: { userId: $userId, password: $password }) {
      user {
        id
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const Ask = graphql(`
  mutation PasswordAsk($login: String!) {
    requestPasswordReset(input: { login: $login }) {
      userErrors {
        code
        path
      }
    }
  }
`);
const Reset = graphql(`
  mutation PasswordResetByLink($secret: String!, $password: String!) {
    resetPassword(input: { secret: $secret, password: $password }) {
      userErrors {
        code
        path
      }
    }
  }
`);
const Viewer = graphql(`
  query PasswordViewer {
    viewer {
      id
    }
  }
`);

async function signIn(login: string, password = testPassword) {
  const browser = new Browser(school.url);
  const { data } = await browser.run(SignIn, { login, password });
  const token = data?.signIn?.credentials?.accessToken ?? '';
  return {
    browser,
    token,
    codes: data?.signIn?.userErrors.map(({ code }) => code),
    status: async () => (await browser.run(Viewer, {}, token)).status,
  };
}
const addressOf = (username: string) => `${username}@example.org`;
const ask = async (login: string) => school.nobody.run(Ask, { login });
const reset = async (secret: string, password = newPassword) => (await school.nobody.data(Reset, { secret, password })).resetPassword;

test('who changes the password stays; every other session is out at once, and a mail says so', async () => {
  const { username } = await make.user();
  const [here, there] = [await signIn(username), await signIn(username)];
  const { data } = await here.browser.run(Change, { password: testPassword, newPassword }, here.token);
  expect(data?.changePassword).toEqual({ userErrors: [] });
  expect([await here.status(), await there.status()]).toEqual([200, 401]);
  expect((await signIn(username)).codes).toEqual(['WRONG_CREDENTIALS']);
  expect((await signIn(username, newPassword)).codes).toEqual([]);
  expect((await mailTo(school, addressOf(username), 'Your password was changed')).text).toContain(username);
});

test('the old password is asked for, and the new one must be worth it', async () => {
  const { username } = await make.user();
  const { browser, token } = await signIn(username);
  const change = async (password: string, wanted: string) =>
    (await browser.run(Change, { password, newPassword: wanted }, token)).data?.changePassword?.userErrors;
  expect(await change('not the password', newPassword)).toEqual([{ code: 'WRONG_PASSWORD', path: ['password'] }]);
  expect(await change(testPassword, 'short')).toEqual([{ code: 'TOO_SHORT', path: ['newPassword'] }]);
  expect(await change(testPassword, 'x'.repeat(129))).toEqual([{ code: 'TOO_LONG', path: ['newPassword'] }]);
  expect(await change(testPassword, 'motdepasse')).toEqual([{ code: 'TOO_COMMON', path: ['newPassword'] }]);
  expect(await change(testPassword, addressOf(username))).toEqual([{ code: 'TOO_COMMON', path: ['newPassword'] }]);
});

test('an administrator sets a password without the old one, of nobody who may do more than they', async () => {
  const [admin, person] = [await make.user('Administrators'), await make.user()];
  const caller = await school.as(admin.uuid);
  const open = await signIn(person.username);
  expect((await caller.data(Set, { userId: person.id, password: newPassword })).setPassword).toEqual({
    user: { id: person.id },
    userErrors: [],
  });
  expect(await open.status()).toBe(401);
  expect((await signIn(person.username, newPassword)).codes).toEqual([]);
  await mailTo(school, addressOf(person.username), 'You have a new password');

  const superuser = await make.user('Administrators', { isSuperuser: true });
  await school.db.deleteFrom('group_permission').where('permission', '=', 'group.manage').execute();
  const { errors } = await (await school.as(admin.uuid)).run(Set, { userId: superuser.id, password: newPassword });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

test('a link to a new password works once, ends every session, and confirms the address', async () => {
  const person = await make.user('Students', { emailConfirmedAt: null });
  const open = await signIn(person.username);
  expect(await ask(` ${addressOf(person.username).toUpperCase()} `)).toMatchObject({ data: { requestPasswordReset: { userErrors: [] } } });
  const { url, secret } = linkIn(await mailTo(school, addressOf(person.username), 'Choose a new password'));
  expect(url).toBe(`https://school.example/reset-password#${secret}`);
  expect(JSON.stringify(await school.db.selectFrom('mail_link').selectAll().execute())).not.toContain(secret);

  expect(await reset(secret, 'password123')).toEqual({ userErrors: [{ code: 'TOO_COMMON', path: ['password'] }] });
  expect(await reset(secret)).toEqual({ userErrors: [] });
  expect(await reset(secret)).toEqual({ userErrors: [{ code: 'LINK_OVER', path: null }] });
  expect(await open.status()).toBe(401);
  expect((await signIn(addressOf(person.username), newPassword)).codes).toEqual([]);
});

test('of twenty who use a link at once, one sets the password', async () => {
  const { username } = await make.user();
  await ask(username);
  const { secret } = linkIn(await mailTo(school, addressOf(username), 'Choose a new password'));
  const passwords = Array.from({ length: 20 }, (_, at) => `${newPassword} ${at}`);
  const answers = await Promise.all(passwords.map((password) => reset(secret, password)));
  const codes = answers.map((answer) => answer?.userErrors[0]?.code ?? 'DONE').toSorted();
  expect(codes).toEqual(['DONE', ...Array.from({ length: 19 }, () => 'LINK_OVER')]);
});

test('a link is over after an hour, and when the password was changed meanwhile', async () => {
  const [late, changed] = [await make.user(), await make.user()];
  for (const { username } of [late, changed]) await ask(username);
  const [old, useless] = [
    linkIn(await mailTo(school, addressOf(late.username), 'Choose a new password')),
    linkIn(await mailTo(school, addressOf(changed.username), 'Choose a new password')),
  ];
  await school.db
    .updateTable('mail_link')
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .where('user_id', '=', late.uuid)
    .execute();
  const { browser, token } = await signIn(changed.username);
  await browser.run(Change, { password: testPassword, newPassword }, token);
  for (const { secret } of [old, useless]) expect(await reset(secret)).toMatchObject({ userErrors: [{ code: 'LINK_OVER' }] });
});

/** By the plain client: fetch would not send another Host. */
const post = (body: object, headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    const { port } = new URL(school.url);
    const asked = request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    asked.on('error', reject);
    asked.end(JSON.stringify(body));
  });

test('the mail is in the reader’s language, and names the host of the configuration, whatever a request says', async () => {
  const person = await make.user();
  await school.db.updateTable('profile').set({ language: 'fr', first_name: '<b>Zoé</b>' }).where('user_id', '=', person.uuid).execute();
  const headers = {
    'content-type': 'application/json',
    'x-forwarded-host': 'evil.example',
    forwarded: 'host=evil.example',
    host: 'evil.example',
  };
  expect(await post({ query: print(Ask), variables: { login: person.username } }, headers)).toBe(200);
  const mail = await mailTo(school, addressOf(person.username), 'Choisissez un nouveau mot de passe');
  expect(mail.text).toContain('Bonjour <b>Zoé</b>,');
  expect(mail.html).toContain('&lt;b&gt;Zoé&lt;/b&gt;');
  expect(mail.html + mail.text).not.toContain('evil.example');
  expect(mail.html).toContain('https://school.example/reset-password#');
});

test.each(['a@b.c\r\nBcc: all@example.org', 'a@example.org\nX: y', 'a,b@example.org', '', 'no name at all', 'a@b'])(
  'no mail goes to %j',
  async (login) => {
    expect((await ask(login)).data?.requestPasswordReset?.userErrors).toMatchObject([{ path: ['login'] }]);
  },
);

test('known and unknown are answered alike, in status, body, headers and work: one job each', async () => {
  const { username } = await make.user();
  const jobs = async () =>
    Number(
      (
        await school.db
          .selectFrom('pgboss.job' as 'user')
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow()
      ).count,
    );
  const look = async (login: string) => {
    const before = await jobs();
    const statements = await school.statements(() => ask(login));
    const { status, headers, data, errors } = await ask(login);
    const told = Object.fromEntries(
      [...headers].filter(([name]) => !['date', 'ratelimit-remaining', 'ratelimit-reset', 'keep-alive'].includes(name)),
    );
    const sent = statements.filter((text) => !text.includes('pgboss') && /throttle|"user"|mail_link/.test(text));
    return { status, told, data, errors, queued: (await jobs()) - before, sent: sent.filter((text) => text.includes('throttle')).length };
  };
  const [known, unknown] = [await look(addressOf(username)), await look('nobody-at-all@example.org')];
  expect(known).toEqual(unknown);
  expect(known.queued).toBe(2);
  expect(await countOfMails(school, 'nobody-at-all')).toBe(0);
});

test('who asks too often is told when to come again, known or not', async () => {
  const { username } = await make.user();
  const statuses = async (login: string) => {
    const answers = [];
    for (let times = 0; times < 6; times += 1) answers.push(await ask(login));
    const last = answers.at(-1);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last?.errors[0]?.extensions.code).toBe('RATE_LIMITED');
    return answers.map(({ status }) => status);
  };
  expect(await statuses(username)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(await statuses('nobody-here')).toEqual([200, 200, 200, 200, 200, 429]);
});
