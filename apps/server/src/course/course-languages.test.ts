import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import { CourseStatus } from './course.entity.ts';

const school = await openSchool();
const make = new Factory(school);

const Languages = graphql(`
  query CourseLanguagesOf($search: String, $filter: CourseFilter) {
    courseLanguages(search: $search, filter: $filter) {
      code
      courseCount
    }
  }
`);

const Outline = graphql(`
  query CoursePreviews($slug: String!) {
    courseBySlug(slug: $slug) {
      modules {
        contents {
          id
        }
        contentPreviews {
          kind
          title
        }
      }
    }
  }
`);

const owner = await make.user('Instructors');

test('the languages of the catalogue, by the same search and filter as its list, but for the language', async () => {
  const subject = await make.subject();
  const inSubject = { subjectId: subject.uuid };
  await make.course(owner, { ...inSubject, language: 'fr', title: 'Vagues' });
  await make.course(owner, { ...inSubject, language: 'fr', title: 'Vagues et marées' });
  await make.course(owner, { ...inSubject, language: 'en', title: 'Vagues in English' });
  await make.course(owner, { ...inSubject, language: 'de', status: CourseStatus.DRAFT });
  await make.course(owner, { language: 'it', title: 'Vagues' });
  const languagesBy = async (variables: object) => (await school.nobody.data(Languages, variables)).courseLanguages;
  const filter = { subjectId: subject.id };
  const ofSubject = [
    { code: 'fr', courseCount: 2 },
    { code: 'en', courseCount: 1 },
  ];
  expect(await languagesBy({ filter })).toEqual(ofSubject);
  expect(await languagesBy({ filter: { ...filter, language: 'fr' } })).toEqual(ofSubject);
  expect(await languagesBy({ search: 'marées' })).toEqual([{ code: 'fr', courseCount: 1 }]);
  expect(await languagesBy({ search: 'nothing of the kind whatsoever' })).toEqual([]);
});

test('anyone sees what kinds of contents a module has and what they are called; drafts are seen by its owner alone', async () => {
  const course = await make.course(owner);
  const module = await make.module(course);
  await make.content(module, 1);
  await make.content(module, 2, { status: PublicationStatus.DRAFT });
  const shown = { kind: 'TEXT', title: 'Text 1' };
  const visitor = (await school.nobody.data(Outline, { slug: course.slug })).courseBySlug?.modules;
  expect(visitor).toEqual([{ contents: null, contentPreviews: [shown] }]);
  const instructor = await school.as(owner.uuid);
  const seen = (await instructor.data(Outline, { slug: course.slug })).courseBySlug?.modules?.[0];
  expect(seen?.contentPreviews).toEqual([shown, { kind: 'TEXT', title: 'Text 2' }]);
});
