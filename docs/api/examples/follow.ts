import { createCursusClient } from '@cursus/client';
import { graphql } from './gql/gql.ts';

const CourseId = graphql(`
  query CourseId($slug: String!) {
    courseBySlug(slug: $slug) {
      id
    }
  }
`);

const Structure = graphql(`
  subscription Structure($courseId: ID!) {
    courseStructureChanged(courseId: $courseId) {
      course {
        title
      }
      modules {
        id
        title
        position
      }
      deletedModuleIds
    }
  }
`);

const cursus = createCursusClient({ endpoint: `${process.env['CURSUS_URL']}/graphql`, token: process.env['CURSUS_TOKEN'] ?? null });

const { courseBySlug } = await cursus.request(CourseId, { slug: 'algorithms-you-can-see' });
for await (const { courseStructureChanged } of cursus.subscribe(Structure, { courseId: courseBySlug?.id ?? '' })) {
  const { course, modules, deletedModuleIds } = courseStructureChanged;
  console.log(`${course.title}: ${modules.length} modules changed, ${deletedModuleIds.length} are gone`);
  // This example leaves after the first event, which comes at once.
  break;
}
await cursus.close();
