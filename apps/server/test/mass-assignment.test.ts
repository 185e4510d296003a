import { getNamedType, type GraphQLInputObjectType, type GraphQLNamedType, isInputObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../src/schema.ts';
import { operationsOf } from './operations.ts';

const schema = await createSchema();

/** What decides who may do what: no input names it but those of the operations below, which were each looked at. */
const deciding =
  /^(?:isSuperuser|is_superuser|superuser|groups?|groupIds?|permissions?|ownerId|owner|suspendedAt|isSuspended|passwordHash|emailConfirmedAt|isEmailConfirmed|isDefault|scopes?)$/i;

/** By their rule for administrators alone, but for the scopes of one's own token, which never go beyond one's rights. */
const known = {
  addGroupMembers: ['groupId'],
  createGroup: ['permissions'],
  createToken: ['scopes'],
  createUser: ['groupIds'],
  removeGroupMembers: ['groupId'],
  setSuperuser: ['isSuperuser'],
  setUserGroups: ['groupIds'],
  updateGroup: ['permissions'],
};

function fieldsOf(type: GraphQLNamedType, seen = new Set<GraphQLInputObjectType>()): string[] {
  if (!isInputObjectType(type) || seen.has(type)) return [];
  seen.add(type);
  return Object.values(type.getFields()).flatMap((field) => [field.name, ...fieldsOf(getNamedType(field.type), seen)]);
}

const mutations = operationsOf(schema).filter(({ kind }) => kind === 'mutation');

test('no input lets anybody name what decides about rights, outside the operations of administrators', () => {
  const found = mutations.flatMap(({ name, args }) => {
    const named = args.flatMap((arg) => [arg.name, ...fieldsOf(getNamedType(arg.type))]).filter((field) => deciding.test(field));
    return named.length === 0 ? [] : [[name, named] as const];
  });
  expect(Object.fromEntries(found)).toEqual(known);
});

test('each of those is for who may give rights, or is one’s own', () => {
  const rules = Object.fromEntries(mutations.flatMap(({ name, access }) => (name in known ? [[name, access?.rule]] : [])));
  expect(rules).toEqual({
    addGroupMembers: 'canEditGroup',
    createGroup: 'canManageGroups',
    createToken: 'signedIn',
    createUser: 'canManageUsers',
    removeGroupMembers: 'canEditGroup',
    setSuperuser: 'canSetSuperuser',
    setUserGroups: 'canManageGroups',
    updateGroup: 'canEditGroup',
  });
});
