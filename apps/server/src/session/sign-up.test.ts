import { expect, test } from 'vitest';
import { Browser } from '../../test/browser.ts';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import type { SignUpInput } from '../../test/gql/graphql.ts';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);

const SignUp = graphql(`
  mutation SessionSignUp($input: SignUpInput!) {
    signUp(input: $input) {
      credentials {
        accessToken
        viewer {
          id
          username
          email
          permissions
          viewerCanCreateCourse
          profile {
            displayName
            language
          }
        }
      }
      userErrors {
        code
        path
        ... on LimitError {
          limit
        }
      }
    }
  }
`);

const Viewer = graphql(`
  query SessionSignUpViewer {
    signUpPolicy
    viewer {
      username
    }
  }
`);

const ada: SignUpInput = {
  username: 'ada.lovelace',
  email: 'ada@example.org',
  password: 'a rather long password',
  firstName: 'Ada',
  lastName: 'Lovelace',
};

const signUp = async (input: Partial<SignUpInput>) =>
  (await new Browser(school.url).run(SignUp, { input: { ...ada, ...input } })).data?.signUp;

test('who signs up is signed in at once, as a student', async () => {
  const browser = new Browser(school.url);
  const { data } = await browser.run(SignUp, { input: { ...ada, language: 'fr' } });
  expect(data?.signUp).toMatchObject({
    userErrors: [],
    credentials: {
      viewer: {
        username: 'ada.lovelace',
        email: 'ada@example.org',
        permissions: [],
        viewerCanCreateCourse: false,
        profile: { displayName: 'Ada Lovelace', language: 'fr' },
      },
    },
  });
  const viewer = await browser.run(Viewer, {}, data?.signUp?.credentials?.accessToken);
  expect(viewer.data).toEqual({ signUpPolicy: 'OPEN', viewer: { username: 'ada.lovelace' } });
});

test('each field is refused by its own rule, all at once', async () => {
  const refused = await signUp({
    username: 'a@b',
    email: 'nobody',
    password: 'short',
    firstName: ' ',
    lastName: 'x'.repeat(101),
    language: 'french',
  });
  expect(refused).toEqual({
    credentials: null,
    userErrors: [
      { code: 'INVALID', path: ['username'] },
      { code: 'INVALID', path: ['email'] },
      { code: 'TOO_SHORT', path: ['password'], limit: 8 },
      { code: 'REQUIRED', path: ['firstName'] },
      { code: 'TOO_LONG', path: ['lastName'], limit: 100 },
      { code: 'INVALID', path: ['language'] },
    ],
  });
});

test.each(['password123', 'Motdepasse', 'AZERTYUIOP'])('a password that many use (%s) is refused', async (password) => {
  expect((await signUp({ username: 'careless', password }))?.userErrors).toEqual([{ code: 'TOO_COMMON', path: ['password'] }]);
});

test('a username is taken whatever its case, and but once by two who want it at once', async () => {
  const answers = await Promise.all(['contested', 'Contested', ' CONTESTED '].map((username) => signUp({ username })));
  expect(answers.filter((answer) => answer?.credentials)).toHaveLength(1);
  const taken = { code: 'TAKEN', path: ['username'] };
  expect(answers.flatMap((answer) => answer?.userErrors)).toEqual([taken, taken]);
});

test('an address is nobody’s before it is confirmed, and the answer never tells that somebody has it', async () => {
  const owner = await make.user();
  const { email } = await school.db.selectFrom('user').select('email').where('id', '=', owner.uuid).executeTakeFirstOrThrow();
  const [first, second] = [await signUp({ username: 'namesake-1', email }), await signUp({ username: 'namesake-2', email })];
  expect([first?.userErrors, second?.userErrors]).toEqual([[], []]);
});

test('a closed school takes nobody', async () => {
  const closed = await openSchool({ SIGN_UP: 'closed' });
  const browser = new Browser(closed.url);
  const { data } = await browser.run(SignUp, { input: ada });
  expect(data?.signUp).toEqual({ credentials: null, userErrors: [{ code: 'SIGN_UP_CLOSED', path: null }] });
  expect((await browser.run(Viewer)).data).toEqual({ signUpPolicy: 'CLOSED', viewer: null });
  expect(browser.cookies.size).toBe(0);
});
