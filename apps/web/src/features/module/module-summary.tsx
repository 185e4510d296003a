import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import classes from './module-summary.module.css';

const ModuleSummaryModule = graphql(`
  fragment ModuleSummary_module on Module {
    id
    title
    description
    contentCount
  }
`);

interface ModuleSummaryProps {
  module: FragmentType<typeof ModuleSummaryModule>;
  number: number;
}

/** A module as it is announced on the course's page. */
export function ModuleSummary({ module, number }: ModuleSummaryProps) {
  const { t } = useTranslation('catalogue');
  const { title, description, contentCount } = readFragment(ModuleSummaryModule, module);
  return (
    <li className={classes.module}>
      <span className={classes.number} aria-hidden>
        {number}
      </span>
      <div>
        <Title order={3} size="h4">
          {title}
        </Title>
        {description !== '' && <Text mt={4}>{description}</Text>}
        <Text size="sm" c="dimmed" mt={4}>
          {t('contents', { count: contentCount })}
        </Text>
      </div>
    </li>
  );
}
