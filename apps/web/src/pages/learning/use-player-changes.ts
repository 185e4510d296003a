import { useSubscription } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import type { Reading } from '../../lib/reading.ts';

const PlayerChanges = graphql(`
  subscription PlayerChanges($courseId: ID!) {
    progressChanged(courseId: $courseId) {
      enrolment {
        id
        finishedAt
        progress {
          completed
          total
          percent
        }
      }
      content {
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
    }
  }
`);

const PreviewChanges = graphql(`
  subscription PreviewChanges($courseId: ID!) {
    courseStructureChanged(courseId: $courseId) {
      course {
        id
        title
      }
    }
  }
`);

interface PlayerChangesOptions {
  courseId: string | undefined;
  isStudent: boolean;
  reading: Reading;
}

/** Follows the course while it is read: what is ticked in another window, and contents that come, go, move and open. */
export function usePlayerChanges({ courseId = '', isStudent, reading }: PlayerChangesOptions): void {
  const read = (): void => void reading.again();
  const options = { variables: { courseId }, ignoreResults: true, onError: read } as const;
  useSubscription(PlayerChanges, {
    ...options,
    skip: courseId === '' || !isStudent,
    // What a student did comes into the cache by itself, unless what is being read is older; what the course gained or lost is read again.
    onData: ({ data }) => (data.data?.progressChanged.content === null || reading.isUnderWay) && read(),
  });
  useSubscription(PreviewChanges, { ...options, skip: courseId === '' || isStudent, onData: read });
}
