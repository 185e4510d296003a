import { useApolloClient } from '@apollo/client/react';
import { useSyncExternalStore } from 'react';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { useViewerId } from '../../lib/use-session.ts';
import { followTicks, keepTick, waitingTicks } from '../../lib/waiting-ticks.ts';
import { sendTicks } from './send-ticks.ts';

export const CompletionContent = graphql(`
  fragment Completion_content on Content {
    id
    viewerHasCompleted
  }
`);

interface Completion {
  isDone: boolean;
  /** It is kept in this browser, and sent when the connection is back. */
  isHeld: boolean;
  /** Turns at once, and back if the server refuses. */
  turn: (isDone: boolean) => void;
}

/** Whether a content is done: what was ticked here last, else what the server says. */
export function useCompletion(ref: FragmentType<typeof CompletionContent>): Completion {
  const { id, viewerHasCompleted } = readFragment(CompletionContent, ref);
  const client = useApolloClient();
  const viewerId = useViewerId();
  const tick = useSyncExternalStore(followTicks, () => waitingTicks(viewerId)[id]);
  const turn = (isDone: boolean): void => {
    if (viewerId === null) return;
    keepTick(viewerId, id, { isDone, isHeld: false });
    void sendTicks(client, viewerId);
  };
  return { isDone: tick?.isDone ?? viewerHasCompleted, isHeld: tick?.isHeld ?? false, turn };
}
