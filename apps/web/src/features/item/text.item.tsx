import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { nothingHere } from '../../lib/failure.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { FailurePart } from '../../ui/failure-part.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import { EditedItem } from './edited-item.tsx';
import type { ItemKind } from './item-kinds.ts';
import { TextItemDocument } from './text-document.ts';

const View: ItemKind['View'] = ({ itemId }) => {
  const { t } = useTranslation('learning');
  const query = useQuery(TextItemDocument, { variables: { id: itemId } });
  return (
    <QueryState query={query} scope="part" skeleton={<TextSkeleton />}>
      {({ node: text }) => {
        if (text?.__typename !== 'Text') return <FailurePart error={nothingHere} />;
        return text.body.trim() === '' ? (
          <Text c="dimmed">{t('text.empty')}</Text>
        ) : (
          <Markdown pictures={text.pictures}>{text.body}</Markdown>
        );
      }}
    </QueryState>
  );
};

/** Who reads fetches no form. */
const TextForm = lazy(async () => ({ default: (await import('./text-form.tsx')).TextForm }));

const Form: ItemKind['Form'] = (props) => (
  <EditedItem document={TextItemDocument} typename="Text" edited={props.edited}>
    {(state) => <TextForm {...props} {...state} />}
  </EditedItem>
);

export const textItem: ItemKind = { View, document: TextItemDocument, Form };
