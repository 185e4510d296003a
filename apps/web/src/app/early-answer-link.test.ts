import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { of } from 'rxjs';
import { expect, it, vi } from 'vitest';
import { noteContext } from '../lib/note-context.ts';
import { earlyAnswerLink } from './early-answer-link.ts';

const mutation = gql`
  mutation ForgetEarly($input: LeaveCourseInput!) {
    leaveCourse(input: $input) {
      userErrors {
        code
      }
    }
  }
`;

it('what nobody took is forgotten once something is changed, and stays when nothing that is shown is', async () => {
  const early = { take: vi.fn<() => undefined>(), forget: vi.fn<() => void>() };
  const server = new ApolloLink(() => of({ data: { leaveCourse: { __typename: 'LeaveCoursePayload', userErrors: [] } } }));
  const client = new ApolloClient({ cache: new InMemoryCache(), link: earlyAnswerLink(early).concat(server) });
  const variables = { input: { courseId: 'one' } };
  await client.mutate({ mutation, variables, context: noteContext });
  expect(early.forget).not.toHaveBeenCalled();
  await client.mutate({ mutation, variables });
  expect(early.forget).toHaveBeenCalledOnce();
});
