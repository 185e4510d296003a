import { Group, Text } from '@mantine/core';
import classes from './brand.module.css';

/** The name and its mark: a bend of the track. */
export function Brand() {
  return (
    <Group gap={10} wrap="nowrap" component="span">
      <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden focusable="false">
        <rect width="32" height="32" rx="9" className={classes.ground} />
        <path d="M23.5 9.2a10.2 10.2 0 1 0 0 13.6" className={classes.outer} />
        <path d="M19.6 13a4.7 4.7 0 1 0 0 6" className={classes.inner} />
      </svg>
      <Text component="span" className={classes.name} translate="no">
        {'Cursus'}
      </Text>
    </Group>
  );
}
