import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { useAction } from '../../ui/send.ts';

const CompletionButtonContent = graphql(`
  fragment CompletionButton_content on Content {
    id
    viewerHasCompleted
  }
`);

/** What a tick changes: the content, its module's progress and the course's. */
graphql(`
  fragment CompletionButton_completed on Content {
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

const CompleteContentDocument = graphql(`
  mutation CompleteContent($input: CompleteContentInput!) {
    completeContent(input: $input) {
      content {
        ...CompletionButton_completed
      }
      enrolment {
        id
        progress {
          completed
          total
          percent
        }
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
        ...CompletionButton_completed
      }
      enrolment {
        id
        progress {
          completed
          total
          percent
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** The tick. A toggle button, so that a screen reader says whether it is set; it turns at once, and back if the server refuses. */
export function CompletionButton({ content: ref }: { content: FragmentType<typeof CompletionButtonContent> }) {
  const { t } = useTranslation('learning');
  const { id, viewerHasCompleted } = readFragment(CompletionButtonContent, ref);
  const [complete, isCompleting] = useAction(CompleteContentDocument);
  const [uncomplete, isUncompleting] = useAction(UncompleteContentDocument);
  const isTurning = isCompleting || isUncompleting;
  const isDone = viewerHasCompleted !== isTurning;
  const toggle = async (): Promise<void> => {
    // Not disabled meanwhile: that would take the focus away.
    if (!isTurning) await (viewerHasCompleted ? uncomplete : complete)({ input: { contentId: id } });
  };

  return (
    <Button
      variant={isDone ? 'light' : 'default'}
      size="md"
      aria-pressed={isDone}
      leftSection={isDone ? <IconCircleCheckFilled size={20} aria-hidden /> : <IconCircle size={20} stroke={1.6} aria-hidden />}
      onClick={() => void toggle()}
    >
      {t(isDone ? 'done' : 'markDone')}
    </Button>
  );
}
