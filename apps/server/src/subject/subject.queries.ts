import { searchMaxLength } from '@cursus/rules/search';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { argumentAt, anyone, type Target } from '../kernel/authorize.ts';
import { connection } from '../kernel/connection.ts';
import { badUserInput } from '../kernel/errors.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { rowById } from '../kernel/loaders.ts';
import { OrderDirection, type OrderKey, type PageArgs, page } from '../kernel/paging.ts';
import { type SubjectOrder, SubjectOrderField } from './subject.input.ts';

const selectSubjects = (ctx: Context) => ctx.db.selectFrom('subject').select(['subject.id', 'subject.title', 'subject.slug']);

export type SubjectRow = Awaited<ReturnType<ReturnType<typeof selectSubjects>['execute']>>[number];

export const subjectById = rowById((ctx: Context, ids) => selectSubjects(ctx).where(isAny('subject.id', ids)).execute());

export async function subjectBySlug(ctx: Context, slug: string): Promise<SubjectRow | null> {
  return (await selectSubjects(ctx).where('subject.slug', '=', slug).executeTakeFirst()) ?? null;
}

const keys: Record<SubjectOrderField, Omit<OrderKey, 'direction'>> = {
  [SubjectOrderField.TITLE]: { column: 'title', type: 'words' },
  [SubjectOrderField.COURSE_COUNT]: { column: 'courseCount', type: 'bigint' },
};

interface SubjectListArgs extends PageArgs {
  readonly search?: string | null;
  readonly orderBy?: readonly SubjectOrder[] | null;
}

/** Which are called so: what is asked for is cut to words, so that no sign in it means anything to `like`. */
function isCalled(search: string | null | undefined) {
  const asked = search?.trim() ?? '';
  if (asked.length > searchMaxLength) throw badUserInput(`\`search\` has at most ${searchMaxLength} characters.`);
  if (asked === '') return sql<boolean>`true`;
  return sql<boolean>`search_words(concat_ws(' ', subject.title, subject.slug)) like concat('%', search_words(${asked}), '%')`;
}

export async function allSubjects(ctx: Context, { search, orderBy, ...args }: SubjectListArgs) {
  const asked = orderBy?.length ? orderBy : [{ field: SubjectOrderField.TITLE, direction: OrderDirection.ASC }];
  const order: OrderKey[] = [
    ...asked.map(({ field, direction }) => ({ ...keys[field], direction })),
    { column: 'id', type: 'uuid', direction: OrderDirection.ASC },
  ];
  const list = selectSubjects(ctx)
    .where(isCalled(search))
    .$if(
      asked.some(({ field }) => field === SubjectOrderField.COURSE_COUNT),
      (query) =>
        query.select(
          sql<string>`(select count(*) from course where course.subject_id = subject.id and course.status = 'published' and course.deleted_at is null)`.as(
            'courseCount',
          ),
        ),
    );
  return connection(await page(ctx.db, list, order, args), async () => {
    const { count } = await ctx.db
      .selectFrom('subject')
      .where(isCalled(search))
      .select((all) => all.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  });
}

/** The subject that an argument names. Everybody sees every subject. */
export const theSubject = (path: string): Target<Context, SubjectRow> => ({
  type: 'Subject',
  find: (ctx, args) => subjectById(ctx, uuidOf('Subject', argumentAt(args, path))),
  canView: anyone,
});
