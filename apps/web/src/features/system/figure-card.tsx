import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './system.module.css';

interface FigureCardProps {
  title: string;
  text?: string;
  children: ReactNode;
}

/** One matter of the system page. */
export function FigureCard({ title, text, children }: FigureCardProps) {
  return (
    <section aria-label={title} className={classes.card}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {text !== undefined && (
        <Text size="sm" c="dimmed" mb="sm">
          {text}
        </Text>
      )}
      {children}
    </section>
  );
}

interface FactsProps {
  facts: readonly { name: string; value: ReactNode }[];
}

/** Plain figures, each with what it is of. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value }) => (
        <div key={name} className={classes.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
