import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
} from 'graphql';
import type { AccessDeclaration } from '../src/kernel/authorize.ts';
import type { Answer, Caller } from './harness.ts';
import { firstAnswer } from './live-client.ts';

/** An operation of the schema, as the authorisation table needs it. */
export interface Operation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly name: string;
  readonly access: AccessDeclaration | undefined;
  readonly document: string;
  readonly args: readonly GraphQLArgument[];
}

export function operationsOf(schema: GraphQLSchema): Operation[] {
  const roots = [
    { kind: 'query', type: schema.getQueryType() },
    { kind: 'mutation', type: schema.getMutationType() },
    { kind: 'subscription', type: schema.getSubscriptionType() },
  ] as const;
  return roots.flatMap(({ kind, type }) =>
    Object.values(type?.getFields() ?? {}).map((field) => {
      const args = field.args.filter(isRequiredArgument);
      const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
      const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
      const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
      const document = `${kind}${declared === '' ? '' : `(${declared})`} { ${field.name}${passed === '' ? '' : `(${passed})`}${selection} }`;
      return { kind, name: field.name, access: field.extensions['access'] as AccessDeclaration | undefined, document, args };
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
  if (type.name === 'Int' || type.name === 'Float') return 1;
  if (type.name === 'DateTime') return new Date(Date.now() + 86_400_000).toISOString();
  return type.name === 'Boolean' ? true : 'https://vimeo.com/76979871';
}

function variablesFor({ args }: Operation, ids: Ids): Record<string, unknown> {
  return Object.fromEntries(args.map((arg) => [arg.name, valueFor(arg.name, arg.type, ids)]));
}

/**
 * Sends an operation as a program would: a subscription over a socket, uploadFile as the specification of multipart requests says, all else
 * over HTTP. `of` is what an argument called `id` names, when it is not what the operation is judged by.
 */
export function send(
  caller: Caller,
  operation: Operation,
  byType: Ids['byType'],
  of: string = operation.access?.target ?? '',
): Promise<Answer<unknown>> {
  const variables = variablesFor(operation, { of, byType });
  if (operation.kind === 'subscription') return firstAnswer(caller, operation.document, variables);
  if (operation.name !== 'uploadFile') {
    return caller.post(JSON.stringify({ query: operation.document, variables }), { 'content-type': 'application/json' });
  }
  const form = new FormData();
  form.set('operations', JSON.stringify({ query: operation.document, variables: { input: { use: 'FILE', file: null } } }));
  form.set('map', JSON.stringify({ file: ['variables.input.file'] }));
  form.set('file', new Blob(['hello']), 'hello.txt');
  return caller.post(form, { 'apollo-require-preflight': 'true' });
}
