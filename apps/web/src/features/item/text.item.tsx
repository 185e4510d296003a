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
import { useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import { EditedItem } from './edited-item.tsx';
import { ItemForm } from './item-form.tsx';
import type { ItemFormProps, ItemKind } from './item-kinds.ts';

const TextItemDocument = graphql(`
  query TextItem($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Text {
        title
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
          ... on Text {
            body
          }
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

function TextForm({ moduleId, edited, text, cancelPath, onSaved }: ItemFormProps & { text: { title: string; body: string } | null }) {
  const { t } = useTranslation('teaching');
  const [create] = useSend(CreateTextDocument);
  const [update] = useSend(UpdateTextDocument);
  const form = useRuleForm({
    rule: textRule,
    initialValues: { title: text?.title ?? '', body: text?.body ?? '' },
    send: (values) =>
      edited === null ? create({ input: { moduleId, ...values } }) : update({ input: { contentId: edited.contentId, ...values } }),
    onDone: onSaved,
  });
  return (
    <ItemForm form={form} title={form.getInputProps('title')} cancelPath={cancelPath}>
      <MarkdownField
        label={t('item.text.body')}
        hint={t('item.text.hint')}
        minRows={16}
        {...form.getInputProps('body')}
        value={form.values.body}
      />
    </ItemForm>
  );
}

const Form: ItemKind['Form'] = (props) => (
  <EditedItem document={TextItemDocument} typename="Text" edited={props.edited}>
    {(text) => <TextForm {...props} text={text} />}
  </EditedItem>
);

export const textItem: ItemKind = { View, Form };
