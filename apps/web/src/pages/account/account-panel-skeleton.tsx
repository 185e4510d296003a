import { Container, Skeleton, Stack } from '@mantine/core';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import classes from './account-panel.module.css';

/** `AccountPanel`, before it is known what stands in it. */
export function AccountPanelSkeleton() {
  return (
    <Container size={520} className={classes.panel}>
      <Stack gap="lg">
        <Skeleton height={44} width="70%" />
        <FormSkeleton />
      </Stack>
    </Container>
  );
}
