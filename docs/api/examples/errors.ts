import { ApiError, ConnectionError, createCursusClient } from '@cursus/client';
import { graphql } from './gql/gql.ts';

const Nothing = graphql(`
  query Nothing {
    courseBySlug(slug: "no-such-course") {
      title
    }
  }
`);

const cursus = createCursusClient({ endpoint: `${process.env['CURSUS_URL']}/graphql` });

try {
  await cursus.request(Nothing);
} catch (error) {
  if (error instanceof ApiError) console.log(error.code, error.reference ?? 'no fault of the server');
  else if (error instanceof ConnectionError) console.log('The school cannot be reached at present.');
  else throw error;
}
