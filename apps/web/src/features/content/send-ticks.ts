import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../gql/gql.ts';
import { failureOf } from '../../lib/failure.ts';
import { mistakesOf } from '../../lib/mistakes.ts';
import type { UserErrorRef } from '../../lib/user-error.ts';
import { dropTick, holdTicks, waitingTicks } from '../../lib/waiting-ticks.ts';
import { showFailure, showMistakes } from '../../ui/toast.tsx';

/** What a tick changes: the content, its module's progress and the course's. */
graphql(`
  fragment SendTicks_content on Content {
    id
    viewerHasCompleted
    module {
      id
      viewerProgress {
        completed
        total
        percent
      }
    }
  }
`);

graphql(`
  fragment SendTicks_enrolment on Enrolment {
    id
    finishedAt
    progress {
      completed
      total
      percent
    }
  }
`);

const CompleteContentDocument = graphql(`
  mutation CompleteContent($input: CompleteContentInput!) {
    completeContent(input: $input) {
      content {
        ...SendTicks_content
      }
      enrolment {
        ...SendTicks_enrolment
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const UncompleteContentDocument = graphql(`
  mutation UncompleteContent($input: UncompleteContentInput!) {
    uncompleteContent(input: $input) {
      content {
        ...SendTicks_content
      }
      enrolment {
        ...SendTicks_enrolment
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** No answer came, or one that another moment changes: the tick is kept. Every other refusal is for good. */
const passing = new Set(['NO_CONNECTION', 'UNAVAILABLE', 'TIMEOUT', 'RATE_LIMITED', 'UNAUTHENTICATED', 'INTERNAL_SERVER_ERROR']);

async function sendTick(client: ApolloClient, viewerId: string, contentId: string, isDone: boolean): Promise<readonly UserErrorRef[]> {
  const options = { variables: { input: { contentId } }, context: { onlyFor: viewerId } };
  if (isDone) {
    const { data } = await client.mutate({ mutation: CompleteContentDocument, ...options });
    return data?.completeContent?.userErrors ?? [];
  }
  const { data } = await client.mutate({ mutation: UncompleteContentDocument, ...options });
  return data?.uncompleteContent?.userErrors ?? [];
}

async function sendAll(client: ApolloClient, viewerId: string): Promise<void> {
  for (let [next] = Object.entries(waitingTicks(viewerId)); next !== undefined; [next] = Object.entries(waitingTicks(viewerId))) {
    const [contentId, { isDone }] = next;
    try {
      const userErrors = await sendTick(client, viewerId, contentId, isDone);
      dropTick(viewerId, contentId, isDone);
      if (userErrors.length > 0) showMistakes(mistakesOf(userErrors));
    } catch (error) {
      if (passing.has(failureOf(error).cause)) return holdTicks(viewerId);
      dropTick(viewerId, contentId, isDone);
      showFailure(error);
    }
  }
}

/** Sends what waits, one after another, and by one tab at a time; what cannot be sent now stays. */
export function sendTicks(client: ApolloClient, viewerId: string): Promise<void> {
  const work = (): Promise<void> => sendAll(client, viewerId);
  // Locks exist on secure origins alone (https and localhost). Without them, a tick that two tabs send is still one tick.
  return 'locks' in navigator ? navigator.locks.request(`cursus.ticks.${viewerId}`, work) : work();
}
