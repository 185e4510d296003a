import { allNodes, createCursusClient } from '@cursus/client';
import { graphql } from './gql/gql.ts';

const Catalogue = graphql(`
  query Catalogue($after: String) {
    courses(first: 5, after: $after, filter: { language: "fr" }, orderBy: [{ field: TITLE, direction: ASC }]) {
      nodes {
        title
        subject {
          title
        }
        modules {
          title
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const cursus = createCursusClient({ endpoint: `${process.env['CURSUS_URL']}/graphql` });

for await (const course of allNodes(async (after) => (await cursus.request(Catalogue, { after })).courses)) {
  console.log(`${course.subject.title}: ${course.title}, ${course.modules?.length ?? 0} modules`);
}
