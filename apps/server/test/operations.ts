import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { AccessDeclaration } from '../src/kernel/authorize.ts';

/** An operation of the schema, as the authorisation table needs it. */
export interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly name: string;
  readonly access: AccessDeclaration | undefined;
  readonly document: string;
  readonly args: readonly GraphQLArgument[];
}

export function operationsOf(schema: GraphQLSchema): Operation[] {
  const roots = [
    { kind: 'query', type: schema.getQueryType() },
    { kind: 'mutation', type: schema.getMutationType() },
  ] as const;
  return roots.flatMap(({ kind, type }) =>
    Object.values(type?.getFields() ?? {}).map((field) => {
      const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
      const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
      const isLeaf = 'getFields' in field.type || !/(?:Policy)!?$/.test(String(field.type));
      const selection = isLeaf ? ' { __typename }' : '';
      const document = `${kind}${declared === '' ? '' : `(${declared})`} { ${field.name}${passed === '' ? '' : `(${passed})`}${selection} }`;
      return { kind, name: field.name, access: field.extensions['access'] as AccessDeclaration | undefined, document, args: field.args };
    }),
  );
}

/** The ids that stand for each noun; `of` says which noun an argument called `id` names. */
export interface Ids {
  readonly of: string;
  readonly byType: Readonly<Record<string, string>>;
}

function idFor(name: string, { of, byType }: Ids): string {
  const noun = name === 'id' || name === 'ids' ? of : `${name.charAt(0).toUpperCase()}${name.slice(1).replace(/Ids?$/, '')}`;
  return byType[noun === 'File' || noun === 'Image' || noun === 'Captions' ? 'StoredFile' : noun] ?? byType['Course'] ?? '';
}

/** A value of the type that a request could really send: required fields alone, ids of the nouns that they name. */
function valueFor(name: string, type: GraphQLInputType, ids: Ids): unknown {
  if (isNonNullType(type)) return valueFor(name, type.ofType, ids);
  if (isListType(type)) return [valueFor(name, type.ofType, ids)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(required.map((field) => [field.name, valueFor(field.name, field.type, ids)]));
  }
  if (type.name === 'ID') return idFor(name, ids);
  if (type.name === 'Int') return 1;
  return type.name === 'Boolean' ? true : 'https://vimeo.com/76979871';
}

export function variablesFor({ args }: Operation, ids: Ids): Record<string, unknown> {
  const required = args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
  return Object.fromEntries(required.map((arg) => [arg.name, valueFor(arg.name, arg.type, ids)]));
}
