import { print } from 'graphql';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Browser } from '../../test/browser.ts';
import { Factory, testPassword } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);

const SignIn = graphql(`
  mutation RefreshSignIn($login: String!, $password: String!) {
    signIn(input: { login: $login, password: $password }) {
      credentials {
        accessToken
      }
    }
  }
`);

const Refresh = graphql(`
  mutation RefreshSession {
    refreshSession {
      credentials {
        accessToken
        viewer {
          id
          username
        }
      }
      userErrors {
        code
      }
    }
  }
`);

const Viewer = graphql(`
  query RefreshViewer {
    viewer {
      id
    }
  }
`);

async function signedIn() {
  const person = await make.user();
  const browser = new Browser(school.url);
  const { data } = await browser.run(SignIn, { login: person.username, password: testPassword });
  return { person, browser, token: data?.signIn?.credentials?.accessToken ?? '' };
}

const refresh = async (browser: Browser) => (await browser.run(Refresh)).data?.refreshSession?.credentials ?? null;

/** Makes it as if the session's moments lay this much further back. */
async function letPass(userId: string, seconds: number): Promise<void> {
  const by = sql`make_interval(secs => ${seconds})`;
  await sql`update session set rotated_at = rotated_at - ${by}, expires_at = expires_at - ${by} where user_id = ${userId}`.execute(
    school.db,
  );
}

const endOf = async (userId: string) =>
  (await school.db.selectFrom('session').select('end_reason').where('user_id', '=', userId).executeTakeFirstOrThrow()).end_reason;

const [minute, day] = [60, 86_400];

test('a refresh gives a new access token and replaces the cookie', async () => {
  const { person, browser } = await signedIn();
  const before = browser.cookie('refresh')?.value;
  const credentials = await refresh(browser);
  expect(credentials?.viewer).toEqual({ id: person.id, username: person.username });
  expect(browser.cookie('refresh')?.value).not.toBe(before);
  expect((await browser.run(Viewer, {}, credentials?.accessToken)).data?.viewer).toEqual({ id: person.id });
  expect(await refresh(browser)).not.toBeNull();
});

test('tabs that refresh at the same moment all stay signed in, and leave one cookie that goes on', async () => {
  const { person, browser } = await signedIn();
  const tabs = Array.from({ length: 10 }, () => browser.copy());
  const before = browser.cookie('refresh')?.value;
  const answers = await Promise.all(tabs.map((tab) => refresh(tab)));
  expect(answers.every((credentials) => credentials !== null)).toBe(true);
  const winners = tabs.filter((tab) => tab.cookie('refresh')?.value !== before);
  expect(winners).toHaveLength(1);
  await letPass(person.uuid, minute);
  expect(await refresh(winners[0] ?? browser)).not.toBeNull();
});

test('a replaced token used again after the grace ends the session for thief and owner alike', async () => {
  const { person, browser, token } = await signedIn();
  const thief = browser.copy();
  await refresh(browser);
  await letPass(person.uuid, minute);
  expect(await refresh(thief)).toBeNull();
  expect([thief.cookie('refresh'), thief.cookie('files')]).toEqual([undefined, undefined]);
  expect(await endOf(person.uuid)).toBe('reused');
  expect(await refresh(browser)).toBeNull();
  expect((await browser.run(Viewer, {}, token)).status).toBe(401);
});

test('so does one that was replaced long ago, by whoever of the two is late', async () => {
  const { person, browser } = await signedIn();
  const thief = browser.copy();
  for (let times = 0; times < 3; times += 1) await refresh(thief);
  await letPass(person.uuid, minute);
  expect(await refresh(browser)).toBeNull();
  expect(await endOf(person.uuid)).toBe('reused');
  expect(await refresh(thief)).toBeNull();
});

test('a session lives 15 days from its last refresh', async () => {
  const { person, browser } = await signedIn();
  await letPass(person.uuid, 15 * day - minute);
  expect(await refresh(browser)).not.toBeNull();
  await letPass(person.uuid, 15 * day + minute);
  expect(await refresh(browser)).toBeNull();
  expect(await endOf(person.uuid)).toBe('expired');
});

test('and 90 days in all, however often it is refreshed', async () => {
  const { person, browser } = await signedIn();
  for (let days = 10; days < 90; days += 10) {
    await letPass(person.uuid, 10 * day);
    expect(await refresh(browser)).not.toBeNull();
  }
  await letPass(person.uuid, 10 * day);
  expect(await refresh(browser)).toBeNull();
  expect(await endOf(person.uuid)).toBe('expired');
});

test.each(['', 'nonsense', '00000000-0000-4000-8000-000000000000.x', `00000000-0000-4000-8000-000000000000.${'x'.repeat(43)}`, '%00'])(
  'a cookie that no server gave (%s) signs nobody in and is taken away',
  async (value) => {
    const { browser } = await signedIn();
    const [name = ''] = [...browser.cookies.keys()].filter((key) => key.includes('refresh'));
    const stranger = new Browser(school.url);
    stranger.cookies.set(name, { value, path: '/', text: '' });
    const answer = await stranger.run(Refresh);
    expect(answer).toMatchObject({ status: 200, data: { refreshSession: { credentials: null, userErrors: [] } } });
    expect(stranger.cookies.size).toBe(0);
    expect(await refresh(browser)).not.toBeNull();
  },
);

test('without a cookie nobody is signed in, and nothing is an error', async () => {
  expect((await new Browser(school.url).run(Refresh)).data?.refreshSession).toEqual({ credentials: null, userErrors: [] });
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'a form of another site (%s) cannot refresh in a visitor’s name',
  async (type) => {
    const { person, browser } = await signedIn();
    const body = JSON.stringify({ query: print(Refresh) });
    const response = await browser.send('/graphql', { method: 'POST', body, headers: { 'content-type': type } });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'CSRF_PREVENTION' } }] });
    expect(await endOf(person.uuid)).toBeNull();
  },
);
