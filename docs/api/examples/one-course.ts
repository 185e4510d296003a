import { createCursusClient } from '@cursus/client';
import { graphql } from './gql/gql.ts';

const Course = graphql(`
  query Course($slug: String!) {
    courseBySlug(slug: $slug) {
      title
      viewerCanRead
      modules {
        title
        contents {
          item {
            __typename
            title
            ... on Text {
              body
            }
            ... on File {
              file {
                name
                url
              }
            }
          }
        }
      }
    }
  }
`);

const cursus = createCursusClient({ endpoint: `${process.env['CURSUS_URL']}/graphql`, token: process.env['CURSUS_TOKEN'] ?? null });

const { courseBySlug: course } = await cursus.request(Course, { slug: 'algorithms-you-can-see' });
for (const { title, contents } of course?.modules ?? []) {
  console.log(title);
  // Null, without an error, for who may not read the course.
  for (const { item } of contents ?? []) console.log(`  ${item.__typename}: ${item.title}`);
}
