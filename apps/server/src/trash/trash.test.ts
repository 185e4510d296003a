import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { type Caller, openSchool } from '../../test/harness.ts';
import { statementCost } from '../../test/statement-cost.ts';
import { DeleteContent, DeleteCourse, DeleteModule, RestoreModule, TrashOfOwner } from '../../test/trash-documents.ts';
import { CourseStatus } from '../course/course.entity.ts';
import { purgeTrash } from './purge-trash.ts';

const school = await openSchool();
const make = new Factory(school);

const RestoreCourse = graphql(`
  mutation TrashRestoreCourse($id: ID!) {
    restoreCourse(input: { id: $id }) {
      course {
        id
        slug
        status
        studentCount
      }
      userErrors {
        code
      }
    }
  }
`);

const TrashOfCourse = graphql(`
  query TrashOfCourse($slug: String!) {
    courseBySlug(slug: $slug) {
      trashedModules {
        totalCount
        nodes {
          id
          moduleId
          title
          contentCount
          deletedAt
          expiresAt
          deletedBy {
            id
          }
        }
      }
      trashedContents {
        totalCount
        nodes {
          id
          contentId
          title
          deletedBy {
            profile {
              displayName
            }
          }
          module {
            id
          }
        }
      }
    }
  }
`);

const TrashedNode = graphql(`
  query TrashedNode($id: ID!) {
    node(id: $id) {
      __typename
      id
    }
  }
`);

const owner = await make.user('Instructors');
const caller = await school.as(owner.uuid);
const stranger = await school.as((await make.user('Instructors')).uuid);

async function courseWith(count: number) {
  const course = await make.course(owner);
  const modules: Made[] = [];
  for (let position = 1; position <= count; position += 1) modules.push(await make.module(course, position));
  return { course, modules, ids: modules.map(({ id }) => id) };
}

const trashOf = async (who: Caller, slug: string) => (await who.data(TrashOfCourse, { slug })).courseBySlug;
const codes = (errors: readonly { extensions: { code: string } }[]) => errors.map(({ extensions }) => extensions.code);

/** As if it had been deleted so many days ago. */
const age = (table: 'course' | 'module' | 'content', { uuid }: Made, days: number) =>
  sql`update ${sql.table(table)} set deleted_at = now() - make_interval(days => ${days}) where id = ${uuid}`.execute(school.db);

test('the trash of a course tells what was deleted, by whom, and until when it can be restored', async () => {
  const { course, modules } = await courseWith(2);
  const [kept, gone] = [await make.content(modules[0] as Made), await make.content(modules[1] as Made)];
  await caller.data(DeleteContent, { id: kept.id });
  await caller.data(DeleteModule, { id: modules[1]?.id ?? '' });
  const trash = await trashOf(caller, course.slug);
  const [module] = trash?.trashedModules?.nodes ?? [];
  expect(module).toMatchObject({ moduleId: modules[1]?.id, title: 'Module 2', contentCount: 1, deletedBy: { id: owner.id } });
  expect(Date.parse(module?.expiresAt ?? '') - Date.parse(module?.deletedAt ?? '')).toBe(30 * 86_400_000);
  expect(trash?.trashedModules?.totalCount).toBe(1);
  expect(trash?.trashedContents?.nodes).toMatchObject([{ contentId: kept.id, module: { id: modules[0]?.id } }]);
  expect(gone.id).not.toBe(kept.id);
  expect((await caller.data(TrashedNode, { id: module?.id ?? '' })).node).toEqual({ __typename: 'TrashedModule', id: module?.id });
});

test('nobody but who may edit the course knows what is in its trash', async () => {
  const { course, modules } = await courseWith(1);
  await caller.data(DeleteModule, { id: modules[0]?.id ?? '' });
  const id = (await trashOf(caller, course.slug))?.trashedModules?.nodes[0]?.id ?? '';
  for (const who of [school.nobody, stranger]) {
    expect(await trashOf(who, course.slug)).toEqual({ trashedModules: null, trashedContents: null });
    expect(codes((await who.run(TrashedNode, { id })).errors)).toEqual(['NOT_FOUND']);
  }
  expect(codes((await stranger.run(RestoreModule, { id: modules[0]?.id ?? '' })).errors)).toEqual(['NOT_FOUND']);
});

test('a course comes back as it was: published, with its students; its slug was taken meanwhile and gets a number', async () => {
  const course = await make.course(owner, { slug: 'tides' });
  await make.enrolment(course, await make.user());
  await caller.data(DeleteCourse, { id: course.id });
  const trash = await caller.data(TrashOfOwner, { id: owner.id });
  expect(trash.node).toMatchObject({ trashedCourses: { nodes: [{ courseId: course.id, slug: 'tides' }] } });
  expect((await stranger.data(TrashOfOwner, { id: owner.id })).node).toEqual({ trashedCourses: null });
  await make.course(owner, { slug: 'tides' });

  expect(codes((await stranger.run(RestoreCourse, { id: course.id })).errors)).toEqual(['NOT_FOUND']);
  const { restoreCourse } = await caller.data(RestoreCourse, { id: course.id });
  expect(restoreCourse).toEqual({ course: { id: course.id, slug: 'tides-2', status: 'PUBLISHED', studentCount: 1 }, userErrors: [] });
  expect(codes((await caller.run(RestoreCourse, { id: course.id })).errors)).toEqual(['NOT_FOUND']);
});

test('a course whose slug is still free comes back under it; a draft stays a draft', async () => {
  const course = await make.course(owner, { slug: 'currents', status: CourseStatus.DRAFT });
  await caller.data(DeleteCourse, { id: course.id });
  const { restoreCourse } = await caller.data(RestoreCourse, { id: course.id });
  expect(restoreCourse?.course).toMatchObject({ slug: 'currents', status: 'DRAFT' });
});

test('forty courses of one slug that come back at once each get a slug of their own', async () => {
  const courses: Made[] = [];
  for (let number = 0; number < 40; number += 1) courses.push(await make.course(owner, { slug: 'waves', deletedAt: new Date() }));
  const answers = await Promise.all(courses.map(({ id }) => caller.data(RestoreCourse, { id })));
  expect(new Set(answers.map(({ restoreCourse }) => restoreCourse?.course?.slug)).size).toBe(40);
});

test('after 30 days it is out of sight, and purged with all that hangs on it', async () => {
  const { course, modules } = await courseWith(3);
  const [old, young, kept] = modules as [Made, Made, Made];
  const contents = [await make.content(old), await make.content(young), await make.content(kept)];
  const [gone, saved, lone] = contents as [Made, Made, Made];
  for (const { id } of [old, young]) await caller.data(DeleteModule, { id });
  await caller.data(DeleteContent, { id: lone.id });
  await age('module', old, 31);
  await age('module', young, 29);
  await age('content', lone, 31);
  expect((await trashOf(caller, course.slug))?.trashedModules?.nodes.map(({ moduleId }) => moduleId)).toEqual([young.id]);
  expect(codes((await caller.run(RestoreModule, { id: old.id })).errors)).toEqual(['NOT_FOUND']);

  const deleted = await make.course(owner, { deletedAt: new Date() });
  const within = await make.content(await make.module(deleted));
  await make.enrolment(deleted, await make.user());
  await age('course', deleted, 31);
  expect(await purgeTrash(school.db)).toBe(6);
  const left = await school.db.selectFrom('item').select('id').execute();
  const remaining = left.map(({ id }) => id);
  expect(remaining).toContain(saved.uuid);
  for (const { uuid } of [gone, lone, within]) expect(remaining).not.toContain(uuid);
  expect(await purgeTrash(school.db)).toBe(0);
});

const TrashOfMany = graphql(`
  query TrashOfMany {
    viewer {
      courses(first: 20) {
        nodes {
          trashedModules {
            totalCount
            nodes {
              deletedBy {
                profile {
                  displayName
                }
              }
            }
          }
          trashedContents {
            totalCount
            nodes {
              module {
                title
              }
            }
          }
        }
      }
    }
  }
`);

test('the trash of many courses is read in as many statements as that of one', async () => {
  const teacher = await make.user('Instructors');
  const reader = await school.as(teacher.uuid);
  const fill = async () => {
    const course = await make.course(teacher);
    const module = await make.module(course, 1);
    const deletion = { deletedAt: new Date(), deletedById: teacher.uuid };
    await make.module(course, 2, deletion);
    await make.content(module, 1, deletion);
  };
  await fill();
  const ofOne = await statementCost(school, reader, [TrashOfMany, {}]);
  for (let more = 0; more < 4; more += 1) await fill();
  expect(await statementCost(school, reader, [TrashOfMany, {}])).toBe(ofOne);
});
