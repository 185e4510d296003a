import { useQuery } from '@apollo/client/react';
import { Button, Popover, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { playerPath } from '../../lib/paths.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import classes from './contents-left.module.css';

const ContentsLeftEnrolment = graphql(`
  fragment ContentsLeft_enrolment on Enrolment {
    id
    progress {
      completed
      total
      percent
    }
  }
`);

const ContentsLeftDocument = graphql(`
  query ContentsLeft($id: ID!) {
    node(id: $id) {
      __typename
      ... on Enrolment {
        id
        course {
          id
          slug
          language
        }
        contentsLeft(first: 50) {
          totalCount
          nodes {
            id
            module {
              id
              title
            }
            item {
              id
              title
            }
          }
        }
      }
    }
  }
`);

/** The lessons that are not done, each with the way to it. */
function LeftList({ enrolmentId, onGo }: { enrolmentId: string; onGo: () => void }) {
  const { t } = useTranslation('learning');
  // What is left changes by itself: it is asked each time, and never shown from before.
  const query = useQuery(ContentsLeftDocument, { variables: { id: enrolmentId }, fetchPolicy: 'network-only' });
  return (
    <QueryState query={query} scope="part" skeleton={<TextSkeleton lines={3} />}>
      {({ node }) => {
        if (node?.__typename !== 'Enrolment' || node.contentsLeft === null) return <Text>{t('unavailable.title')}</Text>;
        const { course, contentsLeft } = node;
        const others = contentsLeft.totalCount - contentsLeft.nodes.length;
        return (
          <>
            <ol className={classes.list} lang={course.language}>
              {contentsLeft.nodes.map(({ id, module, item }) => (
                <li key={id}>
                  <Link to={playerPath(course.slug, module.id, id)} onClick={onGo}>
                    {item.title}
                  </Link>
                  <Text size="sm" c="dimmed">
                    {module.title}
                  </Text>
                </li>
              ))}
            </ol>
            {others > 0 && (
              <Text size="sm" c="dimmed" mt="xs">
                {t('left.more', { count: others })}
              </Text>
            )}
          </>
        );
      }}
    </QueryState>
  );
}

/** Explains the one number for progress: which lessons are left, with the ways to them. */
export function ContentsLeft({
  enrolment: ref,
  courseTitle,
}: {
  enrolment: FragmentType<typeof ContentsLeftEnrolment>;
  courseTitle: string;
}) {
  const { t } = useTranslation('learning');
  const [isOpen, setOpen] = useState(false);
  const { id, progress } = readFragment(ContentsLeftEnrolment, ref);
  const count = progress.total - progress.completed;
  if (count === 0) return null;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={320} trapFocus shadow="md" withRoles>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.button ?? ''}
          rightSection={<IconChevronDown size={15} aria-hidden />}
          aria-label={t('left.of', { count, title: courseTitle })}
          onClick={() => setOpen(!isOpen)}
        >
          {t('left.count', { count })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''}>
        <Text fw={650} mb="xs">
          {t('left.title')}
        </Text>
        {isOpen && <LeftList key={progress.completed} enrolmentId={id} onGo={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}
