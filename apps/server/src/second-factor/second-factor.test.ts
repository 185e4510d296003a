import { generate } from 'otplib';
import { beforeEach, expect, test } from 'vitest';
import { Browser } from '../../test/browser.ts';
import { Factory, testPassword } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);

const SignIn = graphql(`
  mutation FactorSignIn($login: String!, $password: String!) {
    signIn(input: { login: $login, password: $password }) {
      credentials {
        accessToken
      }
      challenge {
        secret
        expiresAt
      }
      userErrors {
        code
      }
    }
  }
`);
const Complete = graphql(`
  mutation FactorComplete($challenge: String!, $code: String!) {
    completeSignIn(input: { challenge: $challenge, code: $code }) {
      credentials {
        accessToken
        viewer {
          secondFactor {
            isEnabled
            recoveryCodes
          }
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const Offer = graphql(`
  mutation FactorOffer($password: String!) {
    offerSecondFactor(input: { password: $password }) {
      secret
      uri
      userErrors {
        code
        path
      }
    }
  }
`);
const Enable = graphql(`
  mutation FactorEnable($password: String!, $code: String!) {
    enableSecondFactor(input: { password: $password, code: $code }) {
      recoveryCodes
      viewer {
        secondFactor {
          recoveryCodes
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const Renew = graphql(`
  mutation FactorRenewCodes($password: String!, $code: String!) {
    createRecoveryCodes(input: { password: $password, code: $code }) {
      recoveryCodes
      userErrors {
        code
      }
    }
  }
`);
const Disable = graphql(`
  mutation FactorDisable($password: String!, $code: String!) {
    disableSecondFactor(input: { password: $password, code: $code }) {
      viewer {
        secondFactor {
          isEnabled
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const ResetFactor = graphql(`
  mutation FactorReset($userId: ID!) {
    resetSecondFactor(input: { userId: $userId }) {
      user {
        id
      }
      userErrors {
        code
      }
    }
  }
`);

// Ten guesses a person and a minute are enough for a person, not for a file of tests.
beforeEach(() => school.db.deleteFrom('throttle' as 'user').execute());

const signIn = async (login: string, password = testPassword) =>
  (await new Browser(school.url).run(SignIn, { login, password })).data?.signIn;
const complete = async (challenge: string, code: string) =>
  (await new Browser(school.url).run(Complete, { challenge, code })).data?.completeSignIn;

/** A person with an app; codes of steps before this one are still good, as on a phone whose clock is late. */
async function withFactor() {
  const person = await make.user();
  const caller = await school.as(person.uuid);
  const secret = (await caller.data(Offer, { password: testPassword })).offerSecondFactor?.secret ?? '';
  const now = Math.floor(Date.now() / 1_000);
  const code = (steps: number) => generate({ secret, epoch: now + steps * 30 });
  const enabled = (await caller.data(Enable, { password: testPassword, code: await code(-1) })).enableSecondFactor;
  return { person, caller, code, codes: enabled?.recoveryCodes ?? [], enabled };
}
const challengeOf = async (username: string) => (await signIn(username))?.challenge?.secret ?? '';

test('it is enabled by the password and one right code, and not before', async () => {
  const person = await make.user();
  const caller = await school.as(person.uuid);
  expect((await caller.data(Offer, { password: 'wrong' })).offerSecondFactor).toMatchObject({
    secret: null,
    userErrors: [{ code: 'WRONG_PASSWORD', path: ['password'] }],
  });
  const { secret, uri } = (await caller.data(Offer, { password: testPassword })).offerSecondFactor ?? {};
  expect(uri).toBe(`otpauth://totp/Cursus:${person.username}?secret=${secret}&issuer=Cursus`);
  const row = await school.db.selectFrom('second_factor').selectAll().where('user_id', '=', person.uuid).executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(secret);
  for (const code of ['000000', 'abc', ''])
    expect((await caller.data(Enable, { password: testPassword, code })).enableSecondFactor?.recoveryCodes).toBeNull();
  expect((await signIn(person.username))?.challenge).toBeNull();
  const { enabled } = await withFactor();
  expect(enabled?.recoveryCodes).toHaveLength(10);
  expect(enabled?.viewer?.secondFactor?.recoveryCodes).toBe(10);
});

test('the password alone answers a challenge, which a code turns into a session', async () => {
  const { person, code } = await withFactor();
  const first = await signIn(person.username);
  expect(first).toMatchObject({ credentials: null, userErrors: [], challenge: { secret: expect.any(String) as string } });
  expect(await complete(first?.challenge?.secret ?? '', '123456')).toEqual({
    credentials: null,
    userErrors: [{ code: 'WRONG_CODE', path: ['code'] }],
  });
  const done = await complete(first?.challenge?.secret ?? '', await code(0));
  expect(done).toMatchObject({ userErrors: [], credentials: { viewer: { secondFactor: { isEnabled: true, recoveryCodes: 10 } } } });
});

test('a code is good once, also for twenty at once, and none before it is good after it', async () => {
  const { person, code } = await withFactor();
  const challenge = await challengeOf(person.username);
  const now = await code(0);
  const answers = await Promise.all(Array.from({ length: 8 }, () => complete(challenge, now)));
  expect(answers.filter((answer) => answer?.credentials)).toHaveLength(1);
  expect((await complete(challenge, await code(-1)))?.userErrors).toMatchObject([{ code: 'WRONG_CODE' }]);
});

test('a recovery code stands in for the app once, however it is written', async () => {
  const { person, codes } = await withFactor();
  const [one = '', two = ''] = codes;
  const challenge = await challengeOf(person.username);
  expect((await complete(challenge, one.toUpperCase().replaceAll('-', ' ')))?.credentials?.viewer?.secondFactor?.recoveryCodes).toBe(9);
  expect((await complete(challenge, one))?.userErrors).toMatchObject([{ code: 'WRONG_CODE' }]);
  const answers = await Promise.all(Array.from({ length: 5 }, () => complete(challenge, two)));
  expect(answers.filter((answer) => answer?.credentials)).toHaveLength(1);
});

test('a challenge is good for the password that it was given for, and is no access token', async () => {
  const { person } = await withFactor();
  const challenge = await challengeOf(person.username);
  const response = await fetch(`${school.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${challenge}` },
    body: '{"query":"{ viewer { id } }"}',
  });
  expect(response.status).toBe(401);
  await school.db.updateTable('user').set({ password_hash: 'another' }).where('id', '=', person.uuid).execute();
  for (const secret of [challenge, 'nonsense', `${challenge}x`])
    expect((await complete(secret, '123456'))?.userErrors).toMatchObject([{ code: 'CHALLENGE_OVER', path: null }]);
});

test('codes cannot be tried for ever', async () => {
  const { person } = await withFactor();
  const challenge = await challengeOf(person.username);
  const statuses = [];
  for (let times = 0; times < 11; times += 1)
    statuses.push((await new Browser(school.url).run(Complete, { challenge, code: String(100_000 + times) })).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
});

test('new recovery codes, and disabling, take the password and a code', async () => {
  const { person, caller, codes, code } = await withFactor();
  const [first = '', second = ''] = codes;
  const fresh = (await caller.data(Renew, { password: testPassword, code: first })).createRecoveryCodes?.recoveryCodes ?? [];
  expect(fresh).toHaveLength(10);
  expect((await caller.data(Disable, { password: testPassword, code: second })).disableSecondFactor?.userErrors).toMatchObject([
    { code: 'WRONG_CODE' },
  ]);
  expect((await caller.data(Disable, { password: 'wrong', code: fresh[0] ?? '' })).disableSecondFactor?.userErrors).toMatchObject([
    { code: 'WRONG_PASSWORD' },
  ]);
  expect((await caller.data(Disable, { password: testPassword, code: await code(0) })).disableSecondFactor).toEqual({
    viewer: { secondFactor: null },
    userErrors: [],
  });
  expect((await signIn(person.username))?.credentials).not.toBeNull();
});

test('an administrator takes it away for who lost everything; nobody else does', async () => {
  const { person } = await withFactor();
  const [admin, stranger] = [await school.as((await make.user('Administrators')).uuid), await school.as((await make.user()).uuid)];
  expect((await stranger.run(ResetFactor, { userId: person.id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await admin.data(ResetFactor, { userId: person.id })).resetSecondFactor).toEqual({ user: { id: person.id }, userErrors: [] });
  expect((await admin.data(ResetFactor, { userId: person.id })).resetSecondFactor?.userErrors).toEqual([{ code: 'NOT_NEEDED' }]);
  expect((await signIn(person.username))?.challenge).toBeNull();
});
