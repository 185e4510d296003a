import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { Caller, openBeside, openSchool } from '../../test/harness.ts';
import { hashOfSecret } from '../kernel/secret-token.ts';
import { globalId } from '../kernel/global-id.ts';

const school = await openSchool();
const make = new Factory(school);
const day = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString();

const Create = graphql(`
  mutation TokenCreate($input: CreateTokenInput!) {
    createToken(input: $input) {
      secret
      token {
        id
        name
        prefix
        scopes
        expiresAt
        lastUsedAt
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const Revoke = graphql(`
  mutation TokenRevoke($id: ID!) {
    revokeToken(input: { id: $id }) {
      revokedTokenId
      userErrors {
        code
      }
    }
  }
`);

const Tokens = graphql(`
  query TokenList($first: Int) {
    viewer {
      tokens(first: $first) {
        totalCount
        nodes {
          id
          name
          lastUsedAt
        }
      }
    }
  }
`);

const Me = graphql(`
  query TokenMe {
    viewer {
      id
      username
    }
  }
`);

const Learning = graphql(`
  query TokenLearning($slug: String!) {
    courseBySlug(slug: $slug) {
      title
      viewerEnrolment {
        id
      }
      modules {
        contents {
          id
        }
      }
    }
  }
`);

const NodeById = graphql(`
  query TokenNode($id: ID!) {
    node(id: $id) {
      id
    }
  }
`);

const person = await make.user();
const caller = await school.as(person.uuid);

async function tokenOf(owner: Caller, ...scopes: ('CATALOG_READ' | 'PROFILE_READ' | 'COURSE_READ' | 'FILE_READ' | 'FILE_WRITE')[]) {
  const { createToken } = await owner.data(Create, { input: { name: 'A program', scopes, expiresAt: inDays(30) } });
  const [secret, id] = [createToken?.secret ?? '', createToken?.token?.id ?? ''];
  return { secret, id, program: new Caller(school.url, secret) };
}

test('a token is made, shown once, and kept as a hash alone', async () => {
  const expiresAt = inDays(90);
  const { createToken } = await caller.data(Create, {
    input: { name: ' Gradebook ', scopes: ['PROFILE_READ', 'PROFILE_READ'], expiresAt },
  });
  expect(createToken).toMatchObject({
    token: { name: 'Gradebook', scopes: ['PROFILE_READ'], expiresAt, lastUsedAt: null },
    userErrors: [],
  });
  const secret = createToken?.secret ?? '';
  expect(secret).toMatch(/^cursus_pat_[0-9A-Za-z]{49}$/);
  expect(secret.startsWith(createToken?.token?.prefix ?? '?')).toBe(true);
  const row = await school.db.selectFrom('token').selectAll().where('secret_hash', '=', hashOfSecret(secret)).executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(secret);
  const audit = await school.services.orm.em.fork().execute("select after from audit_entry where table_name = 'token'");
  expect(JSON.stringify(audit)).not.toContain(row.secret_hash);
});

test.each([
  ['no name', { name: ' ', scopes: ['FILE_READ'] as const, expiresAt: inDays(1) }, { code: 'REQUIRED', path: ['name'] }],
  ['no scope', { name: 'x', scopes: [] as const, expiresAt: inDays(1) }, { code: 'REQUIRED', path: ['scopes'] }],
  ['an end in the past', { name: 'x', scopes: ['FILE_READ'] as const, expiresAt: inDays(-1) }, { code: 'INVALID', path: ['expiresAt'] }],
  ['an end too far', { name: 'x', scopes: ['FILE_READ'] as const, expiresAt: inDays(400) }, { code: 'INVALID', path: ['expiresAt'] }],
])('%s is refused', async (_, { name, scopes, expiresAt }, error) => {
  const { createToken } = await caller.data(Create, { input: { name, scopes: [...scopes], expiresAt } });
  expect(createToken).toEqual({ secret: null, token: null, userErrors: [error] });
});

test('more than fifty at a time are refused, however many ask at once', async () => {
  const busy = await school.as((await make.user()).uuid);
  const input = { name: 'x', scopes: ['FILE_READ' as const], expiresAt: inDays(1) };
  const answers = await Promise.all(Array.from({ length: 53 }, () => busy.data(Create, { input })));
  expect(answers.filter(({ createToken }) => createToken?.userErrors[0]?.code === 'TOO_MANY')).toHaveLength(3);
});

test('a program with the token is its owner, within the scopes', async () => {
  const { program } = await tokenOf(caller, 'PROFILE_READ');
  expect(await program.data(Me)).toEqual({ viewer: { id: person.id, username: person.username } });
});

test('guarded fields ask for their own scope, and say which', async () => {
  const student = await make.user();
  const course = await make.course(await make.user('Instructors'));
  await make.content(await make.module(course));
  await make.enrolment(course, student);
  const { program } = await tokenOf(await school.as(student.uuid), 'CATALOG_READ');
  const { data, errors } = await program.run(Learning, { slug: course.slug });
  expect(data?.courseBySlug).toMatchObject({ viewerEnrolment: null, modules: [{ contents: null }] });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  expect(errors.map(({ message }) => message).toSorted()).toEqual([
    'The token lacks the scope `course:read`.',
    'The token lacks the scope `enrolment:read`.',
  ]);
});

test('a token reaches no tokens: not to make, list, find or revoke them', async () => {
  const { program, id } = await tokenOf(caller, 'PROFILE_READ', 'CATALOG_READ');
  const input = { name: 'x', scopes: ['FILE_READ' as const], expiresAt: inDays(1) };
  const answers = [
    await program.run(Create, { input }),
    await program.run(Revoke, { id }),
    await program.run(Tokens),
    await program.run(NodeById, { id }),
  ];
  for (const { errors } of answers) {
    expect(errors[0]).toMatchObject({ message: 'No personal token may do this: sign in.', extensions: { code: 'FORBIDDEN' } });
  }
});

test('tokens are their owner’s, and known to nobody but who manages accounts', async () => {
  const { id } = await tokenOf(caller, 'PROFILE_READ');
  const stranger = await school.as((await make.user('Instructors')).uuid);
  const random = globalId('Token', randomUUID());
  for (const each of [id, random]) {
    expect((await stranger.run(Revoke, { id: each })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await stranger.run(NodeById, { id: each })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await school.nobody.run(Revoke, { id: each })).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  }
  expect((await stranger.data(Tokens)).viewer?.tokens).toEqual({ totalCount: 0, nodes: [] });
});

test('revoked, a token is worth nothing at the very next request, in another process within a second', async () => {
  const beside = await openBeside(school);
  const { program, secret, id } = await tokenOf(caller, 'PROFILE_READ');
  const elsewhere = new Caller(beside.url, secret);
  expect((await elsewhere.run(Me)).status).toBe(200);
  expect((await program.run(Me)).status).toBe(200);
  expect(await caller.data(Revoke, { id })).toEqual({ revokeToken: { revokedTokenId: id, userErrors: [] } });
  const { status, errors } = await program.run(Me);
  expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  await expect.poll(async () => (await elsewhere.run(Me)).status, { timeout: 1_000 }).toBe(401);
  expect((await caller.data(Tokens)).viewer?.tokens?.nodes.map((token) => token.id)).not.toContain(id);
});

test('expired, it is worth nothing either', async () => {
  const { program, secret } = await tokenOf(caller, 'PROFILE_READ');
  expect((await program.run(Me)).status).toBe(200);
  const hash = hashOfSecret(secret);
  await school.db
    .updateTable('token')
    .set({ expires_at: new Date(Date.now() + 50) })
    .where('secret_hash', '=', hash)
    .execute();
  await expect.poll(async () => (await program.run(Me)).status).toBe(401);
});

test('a right that its owner loses is lost to the token', async () => {
  const instructor = await make.user('Instructors');
  const { program } = await tokenOf(await school.as(instructor.uuid), 'PROFILE_READ');
  const Rights = graphql(`
    query TokenRights {
      viewer {
        permissions
      }
    }
  `);
  expect((await program.data(Rights)).viewer?.permissions).toContain('COURSE_CREATE');
  await school.db.deleteFrom('group_member').where('user_id', '=', instructor.uuid).execute();
  await expect.poll(async () => (await program.data(Rights)).viewer?.permissions).toEqual([]);
});

test('its last use is told, and written once a minute however often it is used', async () => {
  const { program, id } = await tokenOf(caller, 'PROFILE_READ');
  const lastUse = async () => (await caller.data(Tokens)).viewer?.tokens?.nodes.find((token) => token.id === id)?.lastUsedAt;
  expect(await lastUse()).toBeNull();
  await program.data(Me);
  await school.services.tokenUse.flush();
  const first = await lastUse();
  expect(Date.now() - new Date(first ?? 0).getTime()).toBeLessThan(60_000);
  const used = await school.statements(async () => {
    for (let time = 0; time < 5; time += 1) await program.data(Me);
    await school.services.tokenUse.flush();
  });
  expect(used.filter((statement) => statement.includes('last_used_at'))).toHaveLength(1);
  expect(await lastUse()).toBe(first);
});

test('a file is read with the scope of files, and sent with that of writing them', async () => {
  const reader = await tokenOf(caller, 'FILE_READ');
  const other = await tokenOf(caller, 'PROFILE_READ');
  const path = `/files/${randomUUID()}`;
  expect((await reader.program.get(path)).status).toBe(404);
  expect((await other.program.get(path)).status).toBe(403);
  const form = new FormData();
  form.set('operations', '{}');
  const { status, errors } = await reader.program.post(form, { 'apollo-require-preflight': 'true' });
  expect([status, errors[0]?.message]).toEqual([403, 'The token lacks the scope `file:write`.']);
});
