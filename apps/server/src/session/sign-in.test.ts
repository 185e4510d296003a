import { expect, test } from 'vitest';
import { Browser } from '../../test/browser.ts';
import { Factory, testPassword } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);

const SignIn = graphql(`
  mutation SessionSignIn($login: String!, $password: String!) {
    signIn(input: { login: $login, password: $password }) {
      credentials {
        accessToken
        expiresAt
        viewer {
          id
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const SignOut = graphql(`
  mutation SessionSignOut {
    signOut {
      userErrors {
        code
      }
    }
  }
`);

const Refresh = graphql(`
  mutation SessionSignInRefresh {
    refreshSession {
      credentials {
        accessToken
      }
    }
  }
`);

const Viewer = graphql(`
  query SessionViewer {
    viewer {
      id
    }
  }
`);

async function signIn(login: string, password = testPassword) {
  const browser = new Browser(school.url);
  const { data } = await browser.run(SignIn, { login, password });
  return { browser, payload: data?.signIn, token: data?.signIn?.credentials?.accessToken ?? '' };
}

const endOf = (userId: string) => school.db.selectFrom('session').select('end_reason').where('user_id', '=', userId).executeTakeFirst();

test('a username or a confirmed e-mail address signs in, whatever its case', async () => {
  const person = await make.user();
  for (const login of [person.username, ` ${person.username.toUpperCase()} `, `${person.username}@EXAMPLE.org`]) {
    const { payload } = await signIn(login);
    expect(payload).toMatchObject({ userErrors: [], credentials: { viewer: { id: person.id } } });
  }
});

test('an access token is good for ten minutes', async () => {
  const { payload } = await signIn((await make.user()).username);
  const minutes = (new Date(payload?.credentials?.expiresAt ?? 0).getTime() - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(9);
  expect(minutes).toBeLessThanOrEqual(10);
});

test('a wrong password, an unknown account and an unconfirmed address are told by one and the same answer', async () => {
  const [person, unconfirmed] = [await make.user(), await make.user('Students', { emailConfirmedAt: null })];
  const wrong = (await signIn(person.username, 'not the password')).payload;
  expect(wrong).toMatchObject({ credentials: null, userErrors: [{ code: 'WRONG_CREDENTIALS', path: null }] });
  for (const login of ['nobody-at-all', 'nobody@example.org', `${unconfirmed.username}@example.org`, '', '%', 'x'.repeat(10_000)]) {
    const { payload, browser } = await signIn(login);
    expect(payload).toEqual(wrong);
    expect(browser.cookies.size).toBe(0);
  }
  expect((await signIn(unconfirmed.username)).payload?.userErrors).toEqual([]);
});

test('cookies are kept from scripts and other sites, each goes where it is needed, and both last as long as what they are for', async () => {
  const { browser } = await signIn((await make.user()).username);
  const [refresh, files] = [browser.cookie('refresh')?.text, browser.cookie('files')?.text];
  for (const text of [refresh, files]) expect(text).toMatch(/; HttpOnly; SameSite=Strict$/);
  expect(refresh).toContain('; Max-Age=1296000; Path=/;');
  expect(files).toContain('; Max-Age=7776000; Path=/files;');
});

test('behind https cookies are Secure, and their names say so', async () => {
  const secure = await openSchool({ PUBLIC_URL: 'https://school.example' });
  const person = await new Factory(secure).user();
  const browser = new Browser(secure.url);
  await browser.run(SignIn, { login: person.username, password: testPassword });
  expect(browser.cookie('refresh')?.text).toMatch(/^__Host-cursus-refresh-.*; Path=\/;.*; Secure/);
  expect(browser.cookie('files')?.text).toMatch(/^__Secure-cursus-files-.*; Path=\/files;.*; Secure/);
});

test('two schools on one host name their cookies apart', async () => {
  const other = await openSchool();
  const person = await new Factory(other).user();
  const browser = new Browser(other.url);
  await browser.run(SignIn, { login: person.username, password: testPassword });
  const { browser: here } = await signIn((await make.user()).username);
  expect([...browser.cookies.keys()].filter((name) => here.cookies.has(name))).toEqual([]);
});

test('who signs out is out at once: the token, the cookies and the session are over', async () => {
  const person = await make.user();
  const { browser, token } = await signIn(person.username);
  const thief = browser.copy();
  expect((await browser.run(SignOut, {}, token)).data?.signOut).toEqual({ userErrors: [] });
  expect([browser.cookie('refresh'), browser.cookie('files')]).toEqual([undefined, undefined]);
  expect(await browser.run(Viewer, {}, token)).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  expect((await thief.run(Refresh)).data?.refreshSession).toEqual({ credentials: null });
  expect(await endOf(person.uuid)).toEqual({ end_reason: 'signed_out' });
});

test('the cookie alone signs out as well, for who comes back when the token is over', async () => {
  const person = await make.user();
  const { browser, token } = await signIn(person.username);
  await browser.run(SignOut);
  expect(await endOf(person.uuid)).toEqual({ end_reason: 'signed_out' });
  expect((await browser.run(Viewer, {}, token)).status).toBe(401);
});

test('nobody is signed out of nothing', async () => {
  const bystander = await signIn((await make.user()).username);
  expect((await new Browser(school.url).run(SignOut)).data?.signOut).toEqual({ userErrors: [] });
  expect((await bystander.browser.run(Viewer, {}, bystander.token)).status).toBe(200);
});

test('sessions keep no token, only what tells it from others', async () => {
  const person = await make.user();
  const { browser } = await signIn(person.username);
  const session = await school.db.selectFrom('session').selectAll().where('user_id', '=', person.uuid).executeTakeFirstOrThrow();
  const kept = JSON.stringify(session);
  for (const { value } of browser.cookies.values()) expect(kept).not.toContain(value);
  expect(session).toMatchObject({ address: expect.stringContaining('127.0.0.1') as string, device: 'node' });
});
