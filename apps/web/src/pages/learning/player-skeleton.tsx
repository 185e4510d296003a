import { Box, Skeleton, Stack } from '@mantine/core';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import classes from './player.module.css';

/** The player: its outline on the side, where there is one, and a lesson. */
export function PlayerSkeleton() {
  return (
    <div className={classes.player}>
      <Box visibleFrom="md" className={classes.outline}>
        <Stack gap="lg" className={classes.scrolled}>
          <Skeleton height={24} width="80%" />
          <TextSkeleton lines={10} />
        </Stack>
      </Box>
      <div className={classes.page}>
        <Skeleton hiddenFrom="md" height={36} width={120} className={classes.open} />
        <div className={classes.content}>
          <Skeleton height={16} width="8rem" mb="md" />
          <Skeleton height={44} width="min(28rem, 85%)" mb="xl" />
          <TextSkeleton lines={14} />
        </div>
      </div>
    </div>
  );
}
