import { isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import type { AccessDeclaration } from '../src/kernel/authorize.ts';
import { createSchema } from '../src/schema.ts';
import { Scope } from '../src/token/scope.ts';
import { Factory } from './factories.ts';
import { Caller, openSchool } from './harness.ts';
import { type Operation, operationsOf, send } from './operations.ts';

const school = await openSchool();
const make = new Factory(school);
const schema = await createSchema();
const operations = operationsOf(schema);

const owner = await make.user('Instructors');
const course = await make.course(owner);
const module = await make.module(course);
const content = await make.content(module);
const token = await make.token(owner, [Scope.CATALOG_READ]);
const ids = {
  Course: course.id,
  Module: module.id,
  Content: content.id,
  TrashedCourse: course.id,
  TrashedModule: module.id,
  TrashedContent: content.id,
  Subject: (await make.subject()).id,
  Token: token.id,
};

const scopes = Object.values(Scope);
/** Downloads have no operation: http/authenticate.ts asks for it. */
const scopeOfDownloads = Scope.FILE_READ;

const refusalOf = ({ access }: Operation) =>
  access?.scope === 'session' ? 'No personal token may do this: sign in.' : `The token lacks the scope \`${access?.scope}\`.`;

test('the scopes that a token can hold are those that operations and fields declare', () => {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const declared = types
    .flatMap((type) => Object.values(type.getFields()))
    .map(({ extensions }) => (extensions['access'] as AccessDeclaration | undefined)?.scope)
    .filter((scope) => scope !== undefined && scope !== 'session');
  expect(new Set([...declared, scopeOfDownloads])).toEqual(new Set(scopes));
});

// Whoever a token is of, what counts here is its scope: a person without any right shows it without an effect on the next operation.
const nobodySpecial = await make.user();

test.each(scopes)(
  'a token with the scope %s alone reaches the operations that declare it, and is told what it lacks for all others',
  async (scope) => {
    const program = new Caller(school.url, (await make.token(nobodySpecial, [scope])).secret);
    const refused: Record<string, string[]> = {};
    for (const operation of operations) {
      const { errors } = await send(program, operation, ids);
      const messages = errors.filter(({ extensions }) => extensions.code === 'FORBIDDEN').map(({ message }) => message);
      if (messages.includes(refusalOf(operation))) refused[operation.name] = messages;
    }
    const others = operations.filter(({ access }) => access?.scope !== scope);
    expect(refused).toEqual(Object.fromEntries(others.map((operation) => [operation.name, [refusalOf(operation)]])));
  },
);
