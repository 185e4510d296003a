import { expect, test } from 'vitest';
import { Browser } from '../../test/browser.ts';
import { Factory, testPassword } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { linkIn, mailTo } from '../../test/mails.ts';

const school = await openSchool({ MAILBOX: 'true' });
const make = new Factory(school);
const confirmSubject = 'Confirm your e-mail address';

const SignUp = graphql(`
  mutation EmailSignUp($username: String!, $email: String!, $password: String!) {
    signUp(input: { username: $username, email: $email, password: $password, firstName: "Ada", lastName: "Lovelace" }) {
      credentials {
        accessToken
      }
      userErrors {
        code
      }
    }
  }
`);
const Confirm = graphql(`
  mutation EmailConfirm($secret: String!) {
    confirmEmail(input: { secret: $secret }) {
      userErrors {
        code
        path
      }
    }
  }
`);
const Change = graphql(`
  mutation EmailChange($email: String!, $password: String!) {
    changeEmail(input: { email: $email, password: $password }) {
      viewer {
        email
        newEmail
        isEmailConfirmed
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const SendAgain = graphql(`
  mutation EmailSendAgain {
    sendEmailConfirmation {
      userErrors {
        code
      }
    }
  }
`);
const Mine = graphql(`
  query EmailOfViewer {
    viewer {
      email
      newEmail
      isEmailConfirmed
    }
  }
`);

const confirm = async (secret: string) => (await school.nobody.data(Confirm, { secret })).confirmEmail;
const addressOf = (username: string) => `${username}@example.org`;

test('who signs up is asked by a mail whether the address is theirs, and signs in by it from then on', async () => {
  const browser = new Browser(school.url);
  const { data } = await browser.run(SignUp, { username: 'ada.l', email: 'Ada.L@Example.org', password: testPassword });
  const token = data?.signUp?.credentials?.accessToken;
  expect((await browser.run(Mine, {}, token)).data?.viewer).toEqual({
    email: 'ada.l@example.org',
    newEmail: null,
    isEmailConfirmed: false,
  });
  const { url, secret } = linkIn(await mailTo(school, 'ada.l@example.org', confirmSubject));
  expect(url).toMatch(/\/confirm-email#/);
  expect(await confirm(secret)).toEqual({ userErrors: [] });
  expect((await browser.run(Mine, {}, token)).data?.viewer?.isEmailConfirmed).toBe(true);
  expect(await confirm(secret)).toEqual({ userErrors: [{ code: 'LINK_OVER', path: null }] });
});

test('another address takes the password, is used once it is confirmed, and the old one is told', async () => {
  const person = await make.user();
  const caller = await school.as(person.uuid);
  const email = 'new.address@example.org';
  expect((await caller.data(Change, { email, password: 'wrong' })).changeEmail?.userErrors).toEqual([
    { code: 'WRONG_PASSWORD', path: ['password'] },
  ]);
  for (const wrong of ['nobody', 'a@b.c\r\nBcc: x@example.org'])
    expect((await caller.data(Change, { email: wrong, password: testPassword })).changeEmail?.userErrors).toEqual([
      { code: 'INVALID', path: ['email'] },
    ]);
  expect((await caller.data(Change, { email, password: testPassword })).changeEmail).toEqual({
    viewer: { email: addressOf(person.username), newEmail: email, isEmailConfirmed: true },
    userErrors: [],
  });
  const told = await mailTo(school, addressOf(person.username), 'Your e-mail address is about to change');
  expect(told.text).toContain(email);
  const { secret } = linkIn(await mailTo(school, email, confirmSubject));
  expect((await caller.data(Mine)).viewer?.email).toBe(addressOf(person.username));
  expect(await confirm(secret)).toEqual({ userErrors: [] });
  expect((await caller.data(Mine)).viewer).toEqual({ email, newEmail: null, isEmailConfirmed: true });
});

test('the link of an address that was named before is good for nothing once another is', async () => {
  const caller = await school.as((await make.user()).uuid);
  await caller.data(Change, { email: 'first@example.org', password: testPassword });
  const { secret } = linkIn(await mailTo(school, 'first@example.org', confirmSubject));
  await caller.data(Change, { email: 'second@example.org', password: testPassword });
  expect((await confirm(secret))?.userErrors).toMatchObject([{ code: 'LINK_OVER' }]);
});

test('an address is that of whoever confirms it first', async () => {
  const [one, two] = [await make.user(), await make.user()];
  const email = 'wanted@example.org';
  const secrets: string[] = [];
  for (const person of [one, two]) {
    await (await school.as(person.uuid)).data(Change, { email, password: testPassword });
    await expect.poll(async () => (await mailsOf(email)).length).toBe(secrets.length + 1);
    secrets.push(linkIn(await mailTo(school, email, confirmSubject)).secret);
  }
  const answers = await Promise.all(secrets.map(confirm));
  expect(answers.map((answer) => answer?.userErrors[0]?.code ?? 'DONE').toSorted()).toEqual(['DONE', 'TAKEN']);
});

const mailsOf = async (email: string) => ((await school.services.mailbox?.list()) ?? []).filter(({ to }) => to.includes(email));

test('the link is sent again to who waits for it, not to who has it, and not for ever', async () => {
  const [waiting, confirmed] = [await make.user('Students', { emailConfirmedAt: null }), await make.user()];
  const caller = await school.as(waiting.uuid);
  expect((await (await school.as(confirmed.uuid)).data(SendAgain)).sendEmailConfirmation?.userErrors).toEqual([{ code: 'NOT_NEEDED' }]);
  expect((await caller.data(SendAgain)).sendEmailConfirmation?.userErrors).toEqual([]);
  await mailTo(school, addressOf(waiting.username), confirmSubject);
  const statuses = [];
  for (let times = 0; times < 5; times += 1) statuses.push((await caller.run(SendAgain)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 429]);
});
