import { textRule } from '@cursus/rules/content';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { MarkdownField } from '../../ui/markdown-field.tsx';
import { useRequest, useSend } from '../../ui/send.ts';
import type { EditedItemState } from './edited-item.tsx';
import { ItemForm } from './item-form.tsx';
import type { ItemFormProps } from './item-kinds.ts';
import { useItemForm } from './use-item-form.ts';

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

export function TextForm(props: ItemFormProps & EditedItemState<WrittenText>) {
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
