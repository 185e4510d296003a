import { textRule } from '@cursus/rules/content';
import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { nothingHere } from '../../lib/failure.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { FailurePart } from '../../ui/failure-part.tsx';
import { MarkdownField } from '../../ui/markdown-field.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useRequest, useSend } from '../../ui/send.ts';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import { EditedItem, type EditedItemState } from './edited-item.tsx';
import { ItemForm } from './item-form.tsx';
import type { ItemFormProps, ItemKind } from './item-kinds.ts';
import { useItemForm } from './use-item-form.ts';

const TextItemDocument = graphql(`
  query TextItem($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Text {
        title
        body
        pictures {
          id
          ...Picture_file
        }
        revision
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
        return text.body.trim() === '' ? (
          <Text c="dimmed">{t('text.empty')}</Text>
        ) : (
          <Markdown pictures={text.pictures}>{text.body}</Markdown>
        );
      }}
    </QueryState>
  );
};

const CreateTextDocument = graphql(`
  mutation CreateText($input: CreateTextInput!) {
    createText(input: $input) {
      content {
        id
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const UpdateTextDocument = graphql(`
  mutation UpdateText($input: UpdateTextInput!) {
    updateText(input: $input) {
      content {
        id
        item {
          id
          title
          revision
          ... on Text {
            body
          }
        }
      }
      userErrors {
        ...UserError_error
        ...EditConflict_error
      }
    }
  }
`);

interface WrittenText {
  title: string;
  body: string;
  revision: number;
}

const valuesOf = (text: WrittenText | null) => ({ title: text?.title ?? '', body: text?.body ?? '' });

function TextForm(props: ItemFormProps & EditedItemState<WrittenText>) {
  const { t } = useTranslation('teaching');
  const [create] = useSend(CreateTextDocument);
  const update = useRequest(UpdateTextDocument);
  const form = useItemForm({
    ...props,
    kind: 'Text',
    rule: textRule,
    valuesOf,
    create: (input) => create({ input }),
    update: (input) => update({ input }),
  });
  return (
    <ItemForm
      form={form}
      fields={{ title: { label: t('item.title') }, body: { label: t('item.text.body') } }}
      cancelPath={props.cancelPath}
    >
      <MarkdownField
        label={t('item.text.body')}
        hint={t('item.text.hint')}
        minRows={16}
        hasPictures
        {...form.getInputProps('body')}
        value={form.values.body}
      />
    </ItemForm>
  );
}

const Form: ItemKind['Form'] = (props) => (
  <EditedItem document={TextItemDocument} typename="Text" edited={props.edited}>
    {(state) => <TextForm {...props} {...state} />}
  </EditedItem>
);

export const textItem: ItemKind = { View, document: TextItemDocument, Form };
