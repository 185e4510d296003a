import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { Caller, openSchool } from '../../test/harness.ts';
import { linesWithSecrets } from '../../test/log-watch.ts';
import { linkIn, mailTo } from '../../test/mails.ts';
import { makeLink } from '../mail/mail-link.ts';

const school = await openSchool({ MAILBOX: 'true' });
const make = new Factory(school);
const boss = await make.user('Administrators');
const admin = await school.as(boss.uuid);

const Update = graphql(`
  mutation AddressUpdate($input: UpdateUserInput!) {
    updateUser(input: $input) {
      userErrors {
        code
        path
      }
    }
  }
`);
const Confirm = graphql(`
  mutation AddressConfirm($secret: String!) {
    confirmEmail(input: { secret: $secret }) {
      userErrors {
        code
      }
    }
  }
`);
const Reset = graphql(`
  mutation AddressResetPassword($secret: String!, $password: String!) {
    resetPassword(input: { secret: $secret, password: $password }) {
      userErrors {
        code
      }
    }
  }
`);
const Account = graphql(`
  query AddressAccount($id: ID!) {
    node(id: $id) {
      ... on User {
        username
        email
        permissions
      }
    }
  }
`);

test('nobody changes their own address without their password, and no program anybody’s', async () => {
  const person = await make.user();
  const own = await admin.data(Update, { input: { id: boss.id, email: 'other@school.example' } });
  expect(own.updateUser?.userErrors).toEqual([{ code: 'PASSWORD_NEEDED', path: ['email'] }]);
  const same = await admin.data(Update, { input: { id: boss.id, email: `${boss.username}@example.org`, lastName: 'Boss' } });
  expect(same.updateUser?.userErrors).toEqual([]);
  const program = new Caller(school.url, (await make.token(boss, ['user:read', 'user:write', 'profile:read'])).secret);
  for (const { id } of [boss, person])
    expect((await program.run(Update, { input: { id, email: 'mine@evil.example' } })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await program.data(Update, { input: { id: person.id, firstName: 'Grace' } })).updateUser?.userErrors).toEqual([]);
});

test('who reads at an address that is no longer that of the account has no way in by a link that was sent there', async () => {
  const person = await make.user();
  const linkTo = async (purpose: 'choose_password' | 'reset_password', email: string) => {
    const run = { id: crypto.randomUUID(), attempt: 1, signal: new AbortController().signal };
    return (await makeLink(school.services, run, { userId: person.uuid, purpose, email })).split('#')[1] ?? '';
  };
  const use = async (secret: string) =>
    (await school.nobody.data(Reset, { secret, password: 'a boat on a quiet lake' })).resetPassword?.userErrors.map(({ code }) => code);
  const mistyped = await linkTo('choose_password', `${person.username}@example.org`);
  await admin.data(Update, { input: { id: person.id, email: 'right@school.example' } });
  expect(await use(mistyped)).toEqual(['LINK_OVER']);
  const former = await linkTo('reset_password', `${person.username}@example.org`);
  const { secret } = linkIn(await mailTo(school, 'right@school.example', 'Confirm your e-mail address'));
  // The suite's own watch knows the link before anybody follows it.
  expect(linesWithSecrets([`a line with ${secret}`])).toHaveLength(1);
  await school.nobody.data(Confirm, { secret });
  expect(await use(former)).toEqual(['LINK_OVER']);
});

test('a program reads of others what its scopes say, whatever its owner manages', async () => {
  const person = await make.user();
  const read = async (scopes: string[]) =>
    (await new Caller(school.url, (await make.token(boss, ['catalog:read', ...scopes])).secret).data(Account, { id: person.id })).node;
  const [nothing, all] = [await read(['profile:read']), await read(['profile:read', 'user:read'])];
  expect(nothing).toEqual({ username: null, email: null, permissions: null });
  expect(all).toEqual({ username: person.username, email: `${person.username}@example.org`, permissions: [] });
});
