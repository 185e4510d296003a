import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Browser } from '../../test/browser.ts';
import { Factory, testPassword } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { mailTo } from '../../test/mails.ts';

const school = await openSchool({ MAILBOX: 'true', PUBLIC_URL: 'https://school.example' });
const make = new Factory(school);

const Invite = graphql(`
  mutation MailHeadsInvite($email: String!) {
    createInvitation(input: { email: $email }) {
      userErrors {
        code
      }
    }
  }
`);
const Ask = graphql(`
  mutation MailHeadsAsk($login: String!) {
    requestPasswordReset(input: { login: $login }) {
      userErrors {
        code
      }
    }
  }
`);
const SignIn = graphql(`
  mutation MailHeadsSignIn($login: String!, $password: String!) {
    signIn(input: { login: $login, password: $password }) {
      credentials {
        accessToken
      }
    }
  }
`);
const Change = graphql(`
  mutation MailHeadsChange($password: String!) {
    changePassword(input: { password: $password, newPassword: "a boat on a quiet lake" }) {
      userErrors {
        code
      }
    }
  }
`);
const SignUp = graphql(`
  mutation MailHeadsSignUp($input: SignUpInput!) {
    signUp(input: $input) {
      userErrors {
        code
        path
      }
    }
  }
`);

const name = 'Ada\r\nBcc: all@example.org\r\n\r\n<img src=x onerror=alert(1)>';

/** Somebody whose name came past every rule: by plain SQL, or from before there was one. */
async function personOfThatName(group: 'Students' | 'Administrators' = 'Students', choice: { language?: string; time_zone?: string } = {}) {
  const person = await make.user(group);
  const fields = { first_name: name, last_name: name, ...choice };
  await school.db.updateTable('profile').set(fields).where('user_id', '=', person.uuid).execute();
  return { ...person, email: `${person.username}@example.org` };
}

/** The heads of all mails that were sent, as they went over the wire. */
async function heads(): Promise<string[]> {
  const folder = join(school.services.env.DATA_DIR, 'mailbox');
  const mails = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')));
  return mails.map((mail) => mail.slice(0, mail.indexOf('\r\n\r\n')));
}

test('a name with line breaks is no name', async () => {
  const input = { username: 'ada.l', email: 'ada.l@example.org', password: testPassword, firstName: name, lastName: 'L\nX: y' };
  expect((await school.nobody.data(SignUp, { input })).signUp?.userErrors).toEqual([
    { code: 'INVALID', path: ['firstName'] },
    { code: 'INVALID', path: ['lastName'] },
  ]);
});

test('no name reaches the head of a mail, and in its body it is text', async () => {
  const [person, inviter] = [await personOfThatName(), await personOfThatName('Administrators')];
  await school.nobody.data(Ask, { login: person.email });
  await (await school.as(inviter.uuid)).data(Invite, { email: 'guest@example.org' });
  const mails = [
    await mailTo(school, person.email, 'Choose a new password'),
    await mailTo(school, 'guest@example.org', 'You are invited to Cursus'),
  ];
  for (const { html, to } of mails) {
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toContain('<img');
    expect(to).not.toContain('all@');
  }
  for (const head of await heads()) {
    expect(head).not.toMatch(/bcc|all@example\.org|onerror/i);
    expect(head.match(/^To: /gm)).toHaveLength(1);
  }
});

test('a notice tells the moment in the language and the zone of its reader', async () => {
  const person = await personOfThatName('Students', { language: 'fr', time_zone: 'Asia/Tokyo' });
  const browser = new Browser(school.url);
  const { data } = await browser.run(SignIn, { login: person.username, password: testPassword });
  const now = new Date();
  await browser.run(Change, { password: testPassword }, data?.signIn?.credentials?.accessToken);
  const { text } = await mailTo(school, person.email, 'Votre mot de passe a changé');
  const day = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Asia/Tokyo' }).format(now);
  expect(text).toMatch(new RegExp(`Quand : ${day} à \\d\\d:\\d\\d UTC\\+9`));
});
