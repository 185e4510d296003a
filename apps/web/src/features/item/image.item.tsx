import { imageRule } from '@cursus/rules/content';
import { useQuery } from '@apollo/client/react';
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { graphql } from '../../gql/gql.ts';
import { nothingHere } from '../../lib/failure.ts';
import { FailurePart } from '../../ui/failure-part.tsx';
import { Picture } from '../../ui/picture.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useRequest, useSend } from '../../ui/send.ts';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import type { ChosenFile } from '../../ui/chosen-file-card.tsx';
import classes from './item.module.css';
import { EditedItem, type EditedItemState } from './edited-item.tsx';
import { ItemFileField } from './item-file-field.tsx';
import { ItemForm } from './item-form.tsx';
import type { ItemFormProps, ItemKind } from './item-kinds.ts';
import { useItemForm } from './use-item-form.ts';

const ImageItemDocument = graphql(`
  query ImageItem($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Image {
        title
        alternativeText
        caption
        revision
        file {
          id
          name
          mediaType
          size
          url
          ...Picture_file
        }
      }
    }
  }
`);

const View: ItemKind['View'] = ({ itemId }) => {
  const query = useQuery(ImageItemDocument, { variables: { id: itemId } });
  return (
    <QueryState query={query} scope="part" skeleton={<ListSkeleton count={1} height={360} />}>
      {({ node: image }) =>
        image?.__typename !== 'Image' ? (
          <FailurePart error={nothingHere} />
        ) : (
          <figure className={classes.figure}>
            <Picture file={image.file} alt={image.alternativeText} sizes="(min-width: 75em) 50rem, 100vw" isFirst />
            {image.caption !== '' && <figcaption>{image.caption}</figcaption>}
          </figure>
        )
      }
    </QueryState>
  );
};

const CreateImageDocument = graphql(`
  mutation CreateImage($input: CreateImageInput!) {
    createImage(input: $input) {
      content {
        id
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const UpdateImageDocument = graphql(`
  mutation UpdateImage($input: UpdateImageInput!) {
    updateImage(input: $input) {
      content {
        id
        item {
          id
          title
          revision
        }
      }
      userErrors {
        ...UserError_error
        ...EditConflict_error
      }
    }
  }
`);

interface WrittenImage {
  title: string;
  alternativeText: string;
  caption: string;
  file: ChosenFile;
  revision: number;
}

const valuesOf = (image: WrittenImage | null) => ({
  title: image?.title ?? '',
  alternativeText: image?.alternativeText ?? '',
  caption: image?.caption ?? '',
  fileId: image?.file.id ?? '',
});

function ImageForm(props: ItemFormProps & EditedItemState<WrittenImage>) {
  const { t } = useTranslation('teaching');
  const [create] = useSend(CreateImageDocument);
  const update = useRequest(UpdateImageDocument);
  const form = useItemForm({
    ...props,
    kind: 'Image',
    rule: imageRule.extend({ fileId: z.string().min(1) }),
    valuesOf,
    files: ['fileId'],
    create: (input) => create({ input }),
    update: (input) => update({ input }),
  });
  const fields = {
    title: { label: t('item.title') },
    alternativeText: { label: t('item.image.alternativeText') },
    caption: { label: t('item.image.caption') },
    fileId: { label: t('item.image.file') },
  };
  return (
    <ItemForm form={form} fields={fields} cancelPath={props.cancelPath}>
      <ItemFileField
        label={t('item.image.file')}
        use="IMAGE"
        initialFile={props.item?.file ?? null}
        error={form.errors['fileId']}
        onSeveral={props.onSeveral}
        onChange={(file, titled) => {
          form.setFieldValue('fileId', file?.id ?? '');
          form.setFieldValue('title', titled);
        }}
      />
      <Textarea
        label={t('item.image.alternativeText')}
        description={t('item.image.alternativeTextHint')}
        minRows={2}
        required
        {...form.getInputProps('alternativeText')}
      />
      <Textarea label={t('item.image.caption')} description={t('item.image.captionHint')} minRows={2} {...form.getInputProps('caption')} />
    </ItemForm>
  );
}

const Form: ItemKind['Form'] = (props) => (
  <EditedItem document={ImageItemDocument} typename="Image" edited={props.edited}>
    {(state) => <ImageForm {...props} {...state} />}
  </EditedItem>
);

const add: ItemKind['add'] = async (client, { moduleId, title, fileId, alternativeText, idempotencyKey }) => {
  const { data } = await client.mutate({
    mutation: CreateImageDocument,
    variables: { input: { moduleId, title, fileId, alternativeText, idempotencyKey } },
  });
  return data?.createImage;
};

export const imageItem: ItemKind = { View, document: ImageItemDocument, Form, add };
