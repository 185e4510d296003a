import { Text, Title } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { ItemKind } from '../../gql/graphql.ts';
import { ContentTitle } from '../content/content-title.tsx';
import classes from './module-summary.module.css';

const ModuleSummaryModule = graphql(`
  fragment ModuleSummary_module on Module {
    id
    title
    description
    contentPreviews {
      kind
      title
    }
  }
`);

interface ModuleSummaryProps {
  module: FragmentType<typeof ModuleSummaryModule>;
  number: number;
  /** Whether its lessons are shown from the beginning. */
  isOpen: boolean;
}

/** '3 texts · 1 video': what a module is made of, in the order in which the kinds come. */
function useKindCounts(previews: readonly { kind: ItemKind }[]): string {
  const { t } = useTranslation('catalogue');
  const counts = Map.groupBy(previews, ({ kind }) => kind);
  return [...counts].map(([kind, ofKind]) => t(`kinds.${kind}`, { count: ofKind.length })).join(' · ');
}

/** A module as it is announced on the course's page, with what its lessons are called. */
export function ModuleSummary({ module, number, isOpen }: ModuleSummaryProps) {
  const { t } = useTranslation('catalogue');
  const { title, description, contentPreviews } = readFragment(ModuleSummaryModule, module);
  const kinds = useKindCounts(contentPreviews);
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
        {contentPreviews.length === 0 ? (
          <Text size="sm" c="dimmed" mt={4}>
            {t('contents', { count: 0 })}
          </Text>
        ) : (
          <details className={classes.lessons} open={isOpen}>
            <summary>
              <IconChevronDown size={16} aria-hidden />
              {t('contents', { count: contentPreviews.length })} <span>({kinds})</span>
            </summary>
            <ul>
              {/* Two lessons may share a title; nothing is moved here. */}
              {contentPreviews.map((preview, at) => (
                <ContentTitle key={`${at}-${preview.title}`} kind={preview.kind} title={preview.title} />
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}
