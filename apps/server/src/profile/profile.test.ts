import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import type { UpdateProfileInput } from '../../test/gql/graphql.ts';
import { Caller, openSchool } from '../../test/harness.ts';
import { uploaded } from '../../test/upload.ts';
import { globalId } from '../kernel/global-id.ts';
import { sweepFiles } from '../file/sweep-files.ts';

const school = await openSchool();
const make = new Factory(school);

const Update = graphql(`
  mutation ProfileUpdate($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      viewer {
        id
        profile {
          ...ProfileWhole
        }
      }
      userErrors {
        __typename
        code
        path
        ... on LimitError {
          limit
        }
        ... on EditConflict {
          editedBy {
            id
          }
          current {
            id
            ... on User {
              profile {
                firstName
              }
            }
          }
        }
      }
    }
  }
`);

graphql(`
  fragment ProfileWhole on Profile {
    firstName
    lastName
    displayName
    phone
    bio
    language
    timeZone
    revision
    avatar {
      id
      srcSet
    }
  }
`);

const Card = graphql(`
  query ProfileCard($id: ID!) {
    node(id: $id) {
      ... on User {
        profile {
          ...ProfileWhole
        }
      }
    }
  }
`);

async function person() {
  const user = await make.user();
  const caller = await school.as(user.uuid);
  return { ...user, caller, update: async (input: UpdateProfileInput) => (await caller.data(Update, { input })).updateProfile };
}

test('its owner changes all of it, and absent fields stay', async () => {
  const { caller, id, update } = await person();
  const avatar = await uploaded(caller, 'AVATAR');
  const input = {
    firstName: ' Ada ',
    lastName: 'Lovelace',
    phone: '+44 20 7946 0018',
    bio: 'I compute.\n',
    language: 'fr',
    timeZone: 'Europe/London',
    avatarId: avatar.id,
  };
  const profile = {
    ...input,
    avatarId: undefined,
    firstName: 'Ada',
    displayName: 'Ada Lovelace',
    revision: 2,
    avatar: { id: avatar.id, srcSet: `${avatar.url}/2 2w` },
  };
  expect(await update(input)).toEqual({ viewer: { id, profile }, userErrors: [] });
  const { viewer } = (await update({ lastName: 'King' })) ?? {};
  expect(viewer?.profile).toEqual({ ...profile, lastName: 'King', displayName: 'Ada King', revision: 3 });
  const emptied = await update({ phone: '', bio: '', language: null, timeZone: null, avatarId: null });
  expect(emptied?.viewer?.profile).toMatchObject({ phone: '', bio: '', language: null, timeZone: null, avatar: null, lastName: 'King' });
});

test('each field is refused by its own rule, all at once, and nothing is changed', async () => {
  const { update, caller, id } = await person();
  const refused = await update({
    firstName: ' ',
    lastName: 'Lovelace\r\nBcc: all@example.org',
    phone: 'call me',
    bio: 'x'.repeat(2_001),
    language: 'english',
    timeZone: 'Europe/Atlantis',
  });
  expect(refused?.userErrors).toMatchObject([
    { code: 'REQUIRED', path: ['firstName'] },
    { code: 'INVALID', path: ['lastName'] },
    { code: 'INVALID', path: ['phone'] },
    { code: 'TOO_LONG', path: ['bio'], limit: 2_000 },
    { code: 'INVALID', path: ['language'] },
    { code: 'INVALID', path: ['timeZone'] },
  ]);
  expect((await caller.data(Card, { id })).node).toMatchObject({ profile: { firstName: 'Ada', revision: 1 } });
});

test('a picture is a file of one’s own, uploaded as one', async () => {
  const { update, caller } = await person();
  const stranger = await person();
  const instructor = await school.as((await make.user('Instructors')).uuid);
  const theirs = await uploaded(stranger.caller, 'AVATAR');
  const missing = globalId('StoredFile', randomUUID());
  for (const avatarId of [theirs.id, missing, (await uploaded(instructor, 'IMAGE')).id])
    expect(await update({ avatarId })).toMatchObject({ viewer: null, userErrors: [{ code: 'NOT_FOUND', path: ['avatarId'] }] });
  const { errors } = await caller.run(Update, { input: { avatarId: stranger.id } });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('a picture that gives way to another is swept, and the other stays', async () => {
  const { update, caller } = await person();
  const [before, after] = [await uploaded(caller, 'AVATAR'), await uploaded(caller, 'AVATAR')];
  await update({ avatarId: before.id });
  await update({ avatarId: after.id });
  const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1_000);
  await school.db.updateTable('stored_file').set({ created_at: yesterday }).where('id', 'in', [before.uuid, after.uuid]).execute();
  await sweepFiles(school.db, school.services.storage);
  const left = await school.db.selectFrom('stored_file').select('id').where('id', 'in', [before.uuid, after.uuid]).execute();
  expect(left).toEqual([{ id: after.uuid }]);
});

test('of forty edits written on one revision one is saved, and the others are told', async () => {
  const { id, update } = await person();
  const edits = await Promise.all(Array.from({ length: 40 }, (_, number) => update({ firstName: `Ada ${number}`, expectedRevision: 1 })));
  const saved = edits.filter((edit) => edit?.userErrors.length === 0);
  expect(saved).toHaveLength(1);
  const firstName = saved[0]?.viewer?.profile.firstName;
  const conflicts = edits.flatMap((edit) => edit?.userErrors ?? []);
  expect(conflicts).toHaveLength(39);
  expect(conflicts[0]).toMatchObject({
    __typename: 'EditConflict',
    code: 'EDIT_CONFLICT',
    path: null,
    editedBy: { id },
    current: { id, profile: { firstName } },
  });
});

test('nobody edits for somebody else: signed out, by a token without the scope, or by naming another account', async () => {
  const { uuid, id, caller } = await person();
  const input = { firstName: 'Mallory' };
  expect((await school.nobody.run(Update, { input })).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  const token = async (scope: string) => new Caller(school.url, (await make.token({ uuid, id }, [scope])).secret);
  expect((await (await token('profile:read')).run(Update, { input })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  for (const field of ['userId', 'id', 'isSuperuser', 'groups', 'ownerId', 'email', 'username', 'revision']) {
    const body = JSON.stringify({
      query: `mutation { updateProfile(input: { firstName: "Mallory", ${field}: "x" }) { userErrors { code } } }`,
    });
    const { errors } = await caller.post(body, { 'content-type': 'application/json' });
    expect(errors, field).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  }
  const both = new Caller(school.url, (await make.token({ uuid, id }, ['profile:read', 'profile:write', 'catalog:read'])).secret);
  expect((await both.data(Update, { input: { firstName: 'Grace' } })).updateProfile?.viewer?.profile).toMatchObject({ firstName: 'Grace' });
});

test('who knows a person reads their card; the phone number, language, zone and revision are for themselves and who manages accounts', async () => {
  const instructor = await make.user('Instructors');
  await make.course(instructor);
  const own = await school.as(instructor.uuid);
  const input = { phone: '+33 6 12 34 56 78', language: 'fr', timeZone: 'Europe/Paris' };
  await own.data(Update, { input });
  const card = async (caller: Caller) => (await caller.data(Card, { id: instructor.id })).node;
  const hidden = { phone: null, language: null, timeZone: null, revision: null };
  expect(await card(school.nobody)).toMatchObject({ profile: hidden });
  expect(await card(await school.as((await make.user('Managers')).uuid))).toMatchObject({ profile: hidden });
  for (const caller of [own, await school.as((await make.user('Administrators')).uuid)])
    expect(await card(caller)).toMatchObject({ profile: { ...input, revision: 2 } });
});
