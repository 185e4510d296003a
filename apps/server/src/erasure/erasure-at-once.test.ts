import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory, type Made, testPassword } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { type Answer, type Caller, openSchool } from '../../test/harness.ts';
import { defaultGroupIds } from '../group/default-groups.ts';
import { globalId } from '../kernel/global-id.ts';
import { isPassword } from '../kernel/password.ts';

const school = await openSchool();
const make = new Factory(school);
const callers = await Promise.all(Array.from({ length: 4 }, async () => school.as((await make.user('Administrators')).uuid)));
const [eraser, other] = callers as [Caller, Caller];
const support = globalId('Group', defaultGroupIds.Support);

const Erase = graphql(`
  mutation AtOnceErase($userId: ID!, $password: String!) {
    eraseUser(input: { userId: $userId, password: $password }) {
      erasedUserId
      userErrors {
        code
      }
    }
  }
`);
const SetPassword = graphql(`
  mutation AtOnceSetPassword($userId: ID!, $password: String!) {
    setPassword(input: { userId: $userId, password: $password }) {
      userErrors {
        code
      }
    }
  }
`);
const SetGroups = graphql(`
  mutation AtOnceSetGroups($userId: ID!, $groupIds: [ID!]!) {
    setUserGroups(input: { userId: $userId, groupIds: $groupIds }) {
      userErrors {
        code
      }
    }
  }
`);
const AddMember = graphql(`
  mutation AtOnceAddMember($groupId: ID!, $userId: ID!) {
    addGroupMembers(input: { groupId: $groupId, userIds: [$userId] }) {
      userErrors {
        code
      }
    }
  }
`);

const erase = (as: Caller, { id: userId }: Made) => as.run(Erase, { userId, password: testPassword });

/** What is left of somebody who was erased. */
async function leftOf({ uuid }: Made) {
  const { rows } = await sql<{ isErased: boolean; isNameless: boolean; groups: number; sessions: number }>`select
    erased_at is not null as "isErased", username like 'former-%' as "isNameless",
    (select count(*)::int from group_member where user_id = "user".id) as groups,
    (select count(*)::int from session where user_id = "user".id and ended_at is null) as sessions
    from "user" where id = ${uuid}`.execute(school.db);
  return rows[0];
}
const nothing = { isErased: true, isNameless: true, groups: 0, sessions: 0 };

/** Done before the erasure, or finding nobody after it: never an error that nobody thought of. */
const outcomesOf = (answers: readonly Answer<object>[]) =>
  new Set(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.code)));

test('forty erasures of one person at once are one', async () => {
  const person = await make.user();
  await school.as(person.uuid);
  const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => erase(callers[at % callers.length] ?? eraser, person)));
  expect(answers.filter(({ data }) => data?.eraseUser?.erasedUserId === person.id)).toHaveLength(1);
  expect(outcomesOf(answers)).toEqual(new Set(['NOT_FOUND']));
  expect(await leftOf(person)).toEqual(nothing);
});

const newPassword = 'a long walk by the river';

test('who is erased while somebody sets their password has neither password nor session afterwards', async () => {
  const people = await Promise.all(Array.from({ length: 10 }, () => make.user()));
  const answers = await Promise.all(
    people.flatMap((person) => [other.run(SetPassword, { userId: person.id, password: newPassword }), erase(eraser, person)]),
  );
  expect([...outcomesOf(answers)].filter((code) => code !== 'NOT_FOUND')).toEqual([]);
  for (const person of people) {
    expect(await leftOf(person)).toEqual(nothing);
    const user = await school.db.selectFrom('user').select('password_hash as hash').where('id', '=', person.uuid).executeTakeFirst();
    for (const password of [testPassword, newPassword]) expect(await isPassword(user?.hash ?? null, password)).toBe(false);
  }
});

test('who is erased while somebody changes their groups is in none afterwards', async () => {
  const people = await Promise.all(Array.from({ length: 10 }, () => make.user()));
  const answers = await Promise.all(
    people.flatMap((person) => [
      other.run(SetGroups, { userId: person.id, groupIds: [support] }),
      erase(eraser, person),
      other.run(AddMember, { userId: person.id, groupId: support }),
    ]),
  );
  expect([...outcomesOf(answers)].filter((code) => code !== 'NOT_FOUND')).toEqual([]);
  for (const person of people) expect(await leftOf(person)).toEqual(nothing);
});
