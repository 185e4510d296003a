import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './trash-row.module.css';

/** Rows of one kind under their heading. */
export function TrashList({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      <ul className={classes.list}>{children}</ul>
    </section>
  );
}
