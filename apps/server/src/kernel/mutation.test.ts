import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { openSchool } from '../../test/harness.ts';
import { mutate, type MutationScope } from './mutation.ts';
import { refuse, UserErrorCode } from './user-error.ts';

const school = await openSchool();
const make = new Factory(school);

const scope = (): MutationScope => ({ em: school.services.orm.em.fork(), viewer: null, loaders: new Map() });

/** A failure of PostgreSQL itself, with this code. */
const failBy = (em: EntityManager, code: string) => em.execute(`do $$ begin raise exception 'lost' using errcode = '${code}'; end $$`);

test.each(['40001', '40P01'])('what lost a race (%s) is run again from the start', async (code) => {
  let attempts = 0;
  const answer = await mutate(
    scope(),
    async (em) => {
      attempts += 1;
      if (attempts < 3) await failBy(em, code);
      return attempts;
    },
    (done) => ({ done }),
  );
  expect(answer).toEqual({ done: 3, userErrors: [] });
});

test('a race that is lost five times is given up', async () => {
  let attempts = 0;
  const losing = mutate(
    scope(),
    (em) => {
      attempts += 1;
      return failBy(em, '40001');
    },
    () => ({}),
  );
  await expect(losing).rejects.toMatchObject({ code: '40001' });
  expect(attempts).toBe(5);
});

test('any other failure is not tried again, and what was written before it is undone', async () => {
  const subject = await make.subject({ title: 'Before' });
  let attempts = 0;
  const failing = mutate(
    scope(),
    async (em) => {
      attempts += 1;
      await em.execute('update subject set title = ? where id = ?', ['After', subject.uuid]);
      await failBy(em, '22012');
    },
    () => ({}),
  );
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  expect(attempts).toBe(1);
  const { rows } = await sql`select title from subject where id = ${subject.uuid}`.execute(school.db);
  expect(rows).toEqual([{ title: 'Before' }]);
});

test('a refusal becomes the payload’s userErrors, and nothing was changed', async () => {
  const subject = await make.subject({ title: 'Before' });
  const answer = await mutate(
    scope(),
    async (em) => {
      await em.execute('update subject set title = ? where id = ?', ['After', subject.uuid]);
      throw refuse(UserErrorCode.TOO_LONG, ['title'], 'Too long.', 5);
    },
    () => ({ subject: 'never read' }),
  );
  expect(answer).toEqual({ userErrors: [{ code: 'TOO_LONG', path: ['title'], message: 'Too long.', limit: 5 }] });
  const { rows } = await sql`select title from subject where id = ${subject.uuid}`.execute(school.db);
  expect(rows).toEqual([{ title: 'Before' }]);
});

test('a broken constraint is the refusal that its slice said it is', async () => {
  const subject = await make.subject();
  const answer = await mutate(
    scope(),
    (em) =>
      em.execute('insert into subject (id, title, slug) select gen_random_uuid(), title, slug from subject where id = ?', [subject.uuid]),
    () => ({}),
  );
  expect(answer.userErrors).toMatchObject([{ code: 'TAKEN', path: ['slug'] }]);
});

test('the answer reads what was written: loaders of before the change are gone', async () => {
  const { loaders, ...rest } = scope();
  (loaders as Map<unknown, unknown>).set('of before', 'a loader that knows the old row');
  const answer = await mutate(
    { ...rest, loaders },
    () => Promise.resolve(),
    () => ({ known: loaders.size }),
  );
  expect(answer).toEqual({ known: 0, userErrors: [] });
});
