import { expect, test } from 'vitest';
import { Browser } from '../../test/browser.ts';
import { Factory, testPassword } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openBeside, openSchool } from '../../test/harness.ts';

const school = await openSchool({ TRUST_PROXY: 'false' });
const beside = await openBeside(school);
const make = new Factory(school);

const SignIn = graphql(`
  mutation SessionsSignIn($login: String!, $password: String!) {
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
const Mine = graphql(`
  query SessionsOfViewer($first: Int) {
    viewer {
      sessions(first: $first) {
        totalCount
        nodes {
          id
          device
          address
          isCurrent
          createdAt
          lastSeenAt
        }
      }
      securityEvents(first: 50) {
        totalCount
        nodes {
          kind
          at
          address
          device
        }
      }
    }
  }
`);
const End = graphql(`
  mutation SessionsEnd($id: ID!) {
    endSession(input: { id: $id }) {
      endedSessionId
      userErrors {
        code
      }
    }
  }
`);
const EndOthers = graphql(`
  mutation SessionsEndOthers {
    endOtherSessions {
      ended
      userErrors {
        code
      }
    }
  }
`);
const SignOut = graphql(`
  mutation SessionsSignOut {
    signOut {
      userErrors {
        code
      }
    }
  }
`);

async function signedIn(login: string, browser = new Browser(school.url)) {
  const { data } = await browser.run(SignIn, { login, password: testPassword });
  const token = data?.signIn?.credentials?.accessToken ?? '';
  const viewer = async () => (await browser.run(Mine, {}, token)).data?.viewer;
  return { browser, token, viewer, status: async (url = school.url) => (await new Browser(url).run(Mine, {}, token)).status };
}
const wrong = (login: string, browser = new Browser(school.url)) => browser.run(SignIn, { login, password: 'wrong password' });

test('one sees one’s sessions, the last seen first, and which of them is this one', async () => {
  const { username } = await make.user();
  const [there, here] = [await signedIn(username), await signedIn(username)];
  const sessions = (await here.viewer())?.sessions;
  expect(sessions?.totalCount).toBe(2);
  expect(sessions?.nodes.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
  expect(sessions?.nodes[0]).toMatchObject({ device: 'node', address: expect.stringContaining('127.0.0.1') as string });
  expect((await there.viewer())?.sessions?.nodes.map(({ isCurrent }) => isCurrent)).toEqual([false, true]);
});

test('one that is ended is out at once here, and within a second in every other process', async () => {
  const { username } = await make.user();
  const [there, here] = [await signedIn(username), await signedIn(username)];
  expect(await there.status(beside.url)).toBe(200);
  const id = (await there.viewer())?.sessions?.nodes.find(({ isCurrent }) => isCurrent)?.id ?? '';
  expect((await here.browser.run(End, { id }, here.token)).data?.endSession).toEqual({ endedSessionId: id, userErrors: [] });
  expect(await there.status()).toBe(401);
  await expect.poll(() => there.status(beside.url), { timeout: 1_000 }).toBe(401);
  expect((await here.viewer())?.sessions?.totalCount).toBe(1);
  const again = await here.browser.run(End, { id }, here.token);
  expect(again.errors[0]?.extensions.code).toBe('NOT_FOUND');
});

test('all others end at once, and this one stays', async () => {
  const { username } = await make.user();
  const others = await Promise.all(Array.from({ length: 4 }, () => signedIn(username)));
  const here = await signedIn(username);
  expect((await here.browser.run(EndOthers, {}, here.token)).data?.endOtherSessions).toEqual({ ended: 4, userErrors: [] });
  expect(await Promise.all(others.map((other) => other.status()))).toEqual([401, 401, 401, 401]);
  expect(await here.status()).toBe(200);
});

test('a session of another is not to be found, and none is reached by a token', async () => {
  const [owner, stranger] = [await make.user(), await make.user()];
  const mine = await signedIn(owner.username);
  const id = (await mine.viewer())?.sessions?.nodes[0]?.id ?? '';
  const other = await signedIn(stranger.username);
  expect((await other.browser.run(End, { id }, other.token)).errors[0]?.extensions.code).toBe('NOT_FOUND');
  const { secret } = await make.token(owner, ['profile:read']);
  const { errors } = await new Browser(school.url).run(Mine, {}, secret);
  expect(errors.map(({ extensions }) => extensions.code)).toContain('FORBIDDEN');
});

test('what happens to an account is written down, with where it came from, for its owner to see', async () => {
  const { username } = await make.user();
  await wrong(username);
  const first = await signedIn(username);
  await first.browser.run(SignOut, {}, first.token);
  const here = await signedIn(username);
  const events = (await here.viewer())?.securityEvents;
  expect(events?.nodes.map(({ kind }) => kind)).toEqual(['SIGNED_IN', 'SIGNED_OUT', 'SIGNED_IN', 'SIGN_IN_FAILED']);
  expect(events?.nodes[0]).toMatchObject({ device: 'node', address: expect.stringContaining('127.0.0.1') as string });
});

test('who guesses is stopped in every process, told when to come again, and does not lock the owner out', async () => {
  const { username } = await make.user();
  const owner = await signedIn(username);
  for (let times = 0; times < 10; times += 1)
    expect((await wrong(username, new Browser(times % 2 === 0 ? school.url : beside.url))).status).toBe(200);
  const refused = await wrong(username, new Browser(beside.url));
  expect([refused.status, refused.errors[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
  const seconds = Number(refused.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  // The right password from a browser that nobody knows waits too; from the owner's own it does not.
  expect((await new Browser(school.url).run(SignIn, { login: username, password: testPassword })).status).toBe(429);
  await owner.browser.run(SignOut, {}, owner.token);
  expect((await signedIn(username, owner.browser)).token).not.toBe('');
});

test('an account that does not exist is throttled like one that does', async () => {
  const statuses = async (login: string) => {
    const answers = [];
    for (let times = 0; times < 11; times += 1) answers.push((await wrong(login)).status);
    return answers;
  };
  expect(await statuses('nobody-like-this')).toEqual(await statuses((await make.user()).username));
});

test('an address that a request names as its own is not believed', async () => {
  const { username } = await make.user();
  const browser = new Browser(school.url);
  const body = JSON.stringify({
    query: `mutation { signIn(input: { login: "${username}", password: "${testPassword}" }) { credentials { accessToken } } }`,
  });
  await browser.send('/graphql', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.9' },
  });
  const { address } = await school.db.selectFrom('session').select('address').orderBy('created_at', 'desc').executeTakeFirstOrThrow();
  expect(address).toContain('127.0.0.1');
});

test('behind a proxy of the configuration it is, as far as that proxy speaks', async () => {
  const proxied = await openSchool({ TRUST_PROXY: '1' });
  const { username } = await new Factory(proxied).user();
  const body = JSON.stringify({
    query: `mutation { signIn(input: { login: "${username}", password: "${testPassword}" }) { credentials { accessToken } } }`,
  });
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.7, 203.0.113.9' };
  await new Browser(proxied.url).send('/graphql', { method: 'POST', body, headers });
  const { address } = await proxied.db.selectFrom('session').select('address').executeTakeFirstOrThrow();
  expect(address).toBe('203.0.113.9');
});
