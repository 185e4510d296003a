import { type GraphQLNamedType, isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isSpecifiedScalarType } from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../src/schema.ts';

const schema = await createSchema();

interface Described {
  readonly description?: string | null | undefined;
}

/** Every name that the schema has within a type, with what it says of itself. */
function partsOf(type: GraphQLNamedType): [string, Described][] {
  if (isEnumType(type)) return type.getValues().map((value) => [`${type.name}.${value.name}`, value]);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field]);
  if (!('getFields' in type)) return [];
  return Object.values(type.getFields()).flatMap((field): [string, Described][] => [
    [`${type.name}.${field.name}`, field],
    ...field.args.map((arg): [string, Described] => [`${type.name}.${field.name}(${arg.name}:)`, arg]),
  ]);
}

const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);

test('every type, field, argument and enum value says what a caller cannot guess', () => {
  const named = types.flatMap((type): [string, Described][] => [
    ...(roots.has(type as never) ? [] : [[type.name, type] as [string, Described]]),
    ...partsOf(type),
  ]);
  expect(named.length).toBeGreaterThan(300);
  expect(named.filter(([, { description }]) => !description?.trim()).map(([name]) => name)).toEqual([]);
});

test('a description is a sentence: it ends, and none but a name begins small', () => {
  const described = types.flatMap((type): [string, Described][] => [[type.name, type], ...partsOf(type)]);
  const unfinished = described.filter(([, { description }]) => description && !/[.:!?)`]$|\.com$/.test(description.trim()));
  expect(unfinished.map(([name, { description }]) => `${name}: ${description}`)).toEqual([]);
});

test('one selection reads every kind of item: fields of one name have one type, so none needs an alias', () => {
  const item = schema.getType('Item');
  const kinds = isInterfaceType(item) ? schema.getPossibleTypes(item) : [];
  const fields = kinds.flatMap((kind) => Object.values(kind.getFields()).map(({ name, type }) => `${name}: ${type.toString()}`));
  const names = [...new Set(fields)].map((field) => field.split(':')[0]);
  expect(kinds.length).toBeGreaterThan(3);
  expect(names.length).toBe(new Set(names).size);
});
