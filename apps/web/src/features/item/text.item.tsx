import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Text } from '@mantine/core';
import { graphql } from '../../gql/gql.ts';
import { nothingHere } from '../../lib/failure.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { FailurePart } from '../../ui/failure-part.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import type { ItemKind } from './item-kinds.ts';

const TextItemDocument = graphql(`
  query TextItem($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Text {
        body
      }
    }
  }
`);

const View: ItemKind['View'] = ({ itemId }) => {
  const { t } = useTranslation('learning');
  const query = useQuery(TextItemDocument, { variables: { id: itemId } });
  return (
    <QueryState query={query} scope="part" skeleton={<TextSkeleton />}>
      {({ node: text }) => {
        if (text?.__typename !== 'Text') return <FailurePart error={nothingHere} />;
        return text.body.trim() === '' ? <Text c="dimmed">{t('text.empty')}</Text> : <Markdown>{text.body}</Markdown>;
      }}
    </QueryState>
  );
};

export const textItem: ItemKind = { View };
