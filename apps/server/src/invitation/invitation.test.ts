import { expect, test } from 'vitest';
import { Browser } from '../../test/browser.ts';
import { Factory, testPassword } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { linkIn, mailTo } from '../../test/mails.ts';

const school = await openSchool({ MAILBOX: 'true', SIGN_UP: 'invitation', PUBLIC_URL: 'https://school.example' });
const make = new Factory(school);
const admin = await school.as((await make.user('Administrators')).uuid);
const subject = 'You are invited to Cursus';

const Invite = graphql(`
  mutation InvitationCreate($email: String!, $language: String) {
    createInvitation(input: { email: $email, language: $language }) {
      invitation {
        id
        email
        usedAt
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const Revoke = graphql(`
  mutation InvitationRevoke($id: ID!) {
    revokeInvitation(input: { id: $id }) {
      revokedInvitationId
      userErrors {
        code
      }
    }
  }
`);
const List = graphql(`
  query InvitationList($search: String, $orderBy: [InvitationOrder!]) {
    invitations(search: $search, orderBy: $orderBy) {
      totalCount
      nodes {
        email
        usedAt
      }
    }
  }
`);
const SignUp = graphql(`
  mutation InvitationSignUp($input: SignUpInput!) {
    signUp(input: $input) {
      credentials {
        viewer {
          isEmailConfirmed
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const signUp = async (username: string, email: string, invitation?: string) => {
  const input = { username, email, password: testPassword, firstName: 'Ada', lastName: 'L', invitation };
  return (await new Browser(school.url).run(SignUp, { input })).data?.signUp;
};
const invite = async (email: string) => (await admin.data(Invite, { email })).createInvitation?.invitation?.id ?? '';

test('whoever is invited makes an account, once, and the address is confirmed by that', async () => {
  expect((await signUp('nobody', 'nobody@example.org'))?.userErrors).toEqual([{ code: 'SIGN_UP_CLOSED', path: null }]);
  await invite('Guest@Example.org');
  const { url, secret } = linkIn(await mailTo(school, 'guest@example.org', subject));
  expect(url).toBe(`https://school.example/sign-up#${secret}`);
  const names = Array.from({ length: 5 }, (_, at) => `guest${at}`);
  const answers = await Promise.all(names.map((name) => signUp(name, 'guest@example.org', secret)));
  expect(answers.filter((answer) => answer?.credentials)).toMatchObject([{ credentials: { viewer: { isEmailConfirmed: true } } }]);
  expect(answers.flatMap((answer) => answer?.userErrors)).toEqual(
    Array.from({ length: 4 }, () => ({ code: 'LINK_OVER', path: ['invitation'] })),
  );
});

test('one that was taken back, or is too old, opens nothing', async () => {
  const [revoked, old] = [await invite('revoked@example.org'), await invite('old@example.org')];
  const secrets = [];
  for (const email of ['revoked@example.org', 'old@example.org']) secrets.push(linkIn(await mailTo(school, email, subject)).secret);
  expect((await admin.data(Revoke, { id: revoked })).revokeInvitation).toEqual({ revokedInvitationId: revoked, userErrors: [] });
  await school.db
    .updateTable('invitation')
    .set({ expires_at: new Date(0) })
    .where('email', '=', 'old@example.org')
    .execute();
  for (const secret of [...secrets, 'nonsense'])
    expect((await signUp('late', 'late@example.org', secret))?.userErrors).toMatchObject([{ code: 'LINK_OVER' }]);
  expect((await admin.data(List)).invitations.nodes.map(({ email }) => email)).not.toContain('revoked@example.org');
  expect(old).not.toBe('');
});

test('invitations are found by their address, and ordered', async () => {
  for (const email of ['b.wanted@example.org', 'a.wanted@example.org']) await invite(email);
  const found = async (variables: object) => (await admin.data(List, { search: 'WANTED example', ...variables })).invitations;
  expect((await found({})).nodes.map(({ email }) => email)).toEqual(['a.wanted@example.org', 'b.wanted@example.org']);
  const byAddress = await found({ orderBy: [{ field: 'EMAIL', direction: 'DESC' }] });
  expect(byAddress.nodes.map(({ email }) => email)).toEqual(['b.wanted@example.org', 'a.wanted@example.org']);
  expect(byAddress.totalCount).toBe(2);
});

test('an address is one; only who manages accounts invites', async () => {
  expect((await admin.data(Invite, { email: 'a@b.c\r\nBcc: x@example.org' })).createInvitation?.userErrors).toEqual([
    { code: 'INVALID', path: ['email'] },
  ]);
  const stranger = await school.as((await make.user('Instructors')).uuid);
  expect((await stranger.run(Invite, { email: 'x@example.org' })).errors[0]?.extensions.code).toBe('FORBIDDEN');
});

test('a closed school takes no invitation either', async () => {
  const closed = await openSchool({ SIGN_UP: 'closed' });
  const input = { username: 'ada', email: 'ada@example.org', password: testPassword, firstName: 'Ada', lastName: 'L', invitation: 'x' };
  expect((await new Browser(closed.url).run(SignUp, { input })).data?.signUp?.userErrors).toEqual([{ code: 'SIGN_UP_CLOSED', path: null }]);
});
