import { Group, Skeleton } from '@mantine/core';
import { CardGridSkeleton } from '../../ui/skeletons.tsx';
import classes from './course-browser.module.css';

const subjectWidths = [150, 110, 105, 145, 135, 105];

/** As high as what will come in its place, so that nothing jumps. */
export function CourseBrowserSkeleton({ count, withSubjects }: { count: number; withSubjects: boolean }) {
  return (
    <div className={classes.results}>
      {withSubjects && (
        <Group gap="xs" wrap="nowrap" style={{ overflow: 'hidden' }}>
          {subjectWidths.map((width, at) => (
            <Skeleton key={`subject-${at + 1}`} height={40} width={width} radius="xl" style={{ flex: 'none' }} />
          ))}
        </Group>
      )}
      <div className={classes.head}>
        <Skeleton height={30} width={150} />
        <Skeleton height={36} width={210} className={classes.tools ?? ''} />
      </div>
      <CardGridSkeleton count={count} />
    </div>
  );
}
