import { Card, Skeleton, Stack } from '@mantine/core';
import { PageSkeleton, TextSkeleton } from '../../ui/skeletons.tsx';
import classes from './course-page.module.css';

/** A course's page: its picture and what to do on the side, its overview in the middle. */
export function CoursePageSkeleton() {
  return (
    <PageSkeleton>
      <div className={classes.columns}>
        <div className={classes.aside}>
          <Card padding={0}>
            <Skeleton radius={0} style={{ aspectRatio: '16 / 9' }} />
            <Stack gap="lg" p="lg">
              <Skeleton height={42} />
              <TextSkeleton lines={4} />
            </Stack>
          </Card>
        </div>
        <TextSkeleton lines={12} />
      </div>
    </PageSkeleton>
  );
}
