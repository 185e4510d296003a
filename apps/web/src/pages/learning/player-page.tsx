import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconBookOff, IconClockPause, IconFileOff, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, type Params, useParams } from 'react-router';
import { placeInCourse } from '../../features/course/place-in-course.ts';
import { isLockedItem, ItemKindItem } from '../../features/item/item-kind-name.ts';
import { itemKinds } from '../../features/item/item-kinds.ts';
import { readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { PlayerPageQuery } from '../../gql/graphql.ts';
import { earlyAnswers } from '../../lib/early-answers.ts';
import { coursePath, playerPath, teachCoursePath } from '../../lib/paths.ts';
import type { Reading } from '../../lib/reading.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useReading } from '../../ui/use-reading.ts';
import { PlayerSkeleton } from './player-skeleton.tsx';
import { Player } from './player.tsx';
import { usePlayerChanges } from './use-player-changes.ts';

const PlayerPageDocument = graphql(`
  query PlayerPage($slug: String!) {
    courseBySlug(slug: $slug) {
      id
      title
      slug
      language
      viewerCanRead
      viewerCanEdit
      viewerEnrolment {
        id
        ...ContentsLeft_enrolment
        progress {
          completed
          total
          percent
        }
      }
      modules {
        id
        title
        contents {
          id
          viewerLock {
            ...LockReason_lock
            ...LockedContent_lock
          }
          item {
            id
            title
            ...ItemKind_item
          }
          ...Completion_content
          ...PlayedContent_content
        }
      }
      ...CourseContents_course
    }
  }
`);

export type PlayedCourse = NonNullable<PlayerPageQuery['courseBySlug']>;

/** There is a course, but nothing in it to read for this viewer: why, and what to do. */
function Unreadable({ course }: { course: PlayedCourse }) {
  const { t } = useTranslation('learning');
  const kind = course.viewerEnrolment === null ? 'notEnrolled' : 'unavailable';
  return (
    <Page title={course.title} titleLang={course.language} size="narrow">
      <EmptyState
        icon={kind === 'unavailable' ? IconClockPause : IconLock}
        title={t(`${kind}.title`)}
        action={
          <Button component={Link} to={coursePath(course.slug)} mt="sm">
            {t('toCoursePage')}
          </Button>
        }
      >
        {t(`${kind}.text`)}
      </EmptyState>
    </Page>
  );
}

function EmptyCourse({ course }: { course: PlayedCourse }) {
  const { t } = useTranslation('learning');
  return (
    <Page title={course.title} titleLang={course.language} size="narrow">
      <EmptyState
        icon={IconBookOff}
        title={t('emptyCourse.title')}
        action={
          <Button component={Link} to={course.viewerCanEdit ? teachCoursePath(course.slug) : '/learn'} mt="sm">
            {t(course.viewerCanEdit ? 'emptyCourse.write' : 'toMyCourses')}
          </Button>
        }
      >
        {t('emptyCourse.text')}
      </EmptyState>
    </Page>
  );
}

/** The address named something of this course that is not there, or not any more. */
function GoneContent({ course }: { course: PlayedCourse }) {
  const { t } = useTranslation('learning');
  return (
    <Page title={t('gone.title')} size="narrow">
      <EmptyState
        icon={IconFileOff}
        title={course.title}
        action={
          <Button component={Link} to={playerPath(course.slug)} mt="sm">
            {t('gone.goOn')}
          </Button>
        }
      >
        {t('gone.text')}
      </EmptyState>
    </Page>
  );
}

function PlaceInPlayer({ course, reading }: { course: PlayedCourse; reading: Reading }) {
  const { moduleId, contentId } = useParams();
  if (!course.viewerCanRead) return <Unreadable course={course} />;

  const modules = course.modules ?? [];
  const place = placeInCourse(modules, { moduleId, contentId });
  if (place.moduleId === undefined) {
    if (moduleId === undefined) return <EmptyCourse course={course} />;
    return modules.length === 0 ? <NothingHere /> : <GoneContent course={course} />;
  }
  // The address always says where one is, so that it can be kept and sent.
  if (place.content !== undefined && (place.content.id !== contentId || place.moduleId !== moduleId)) {
    return <Navigate to={playerPath(course.slug, place.moduleId, place.content.id)} replace />;
  }
  return (
    <Player course={course} place={place} reading={reading} moduleTitle={modules.find(({ id }) => id === place.moduleId)?.title ?? ''} />
  );
}

export async function askPlayerPage({ courseSlug = '', moduleId, contentId }: Params): Promise<void> {
  // Most contents are texts: their code comes with the page's, and is run while the answer is on its way.
  itemKinds.Text.load().catch(() => undefined);
  const course = (await earlyAnswers.ask(PlayerPageDocument, { slug: courseSlug }))?.courseBySlug;
  const { content } = placeInCourse(course?.modules ?? [], { moduleId, contentId });
  if (content === undefined || content.viewerLock !== null) return;
  const { __typename: kind, id } = readFragment(ItemKindItem, content.item);
  if (!isLockedItem(kind)) await itemKinds[kind].ask(id);
}

export function PlayerPage() {
  const { courseSlug = '', moduleId, contentId } = useParams();
  // What is read because of an event has to begin after it: it must not share an answer that is under way.
  const query = useQuery(PlayerPageDocument, { variables: { slug: courseSlug }, context: { queryDeduplication: false } });
  const reading = useReading(query.refetch);
  const played = query.data?.courseBySlug ?? undefined;
  usePlayerChanges({
    courseId: played?.viewerCanRead ? played.id : undefined,
    isStudent: played !== undefined && played.viewerEnrolment !== null,
    reading,
  });
  return (
    <QueryState query={query} skeleton={<PlayerSkeleton />}>
      {({ courseBySlug: course }) => {
        if (course === null) return <NothingHere />;
        if (course.slug !== courseSlug) return <Navigate to={playerPath(course.slug, moduleId, contentId)} replace />;
        return <PlaceInPlayer course={course} reading={reading} />;
      }}
    </QueryState>
  );
}
