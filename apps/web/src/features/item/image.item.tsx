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
import { useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import type { ChosenFile } from '../../ui/chosen-file-card.tsx';
import classes from './item.module.css';
import { EditedItem } from './edited-item.tsx';
import { ItemFileField } from './item-file-field.tsx';
import { ItemForm } from './item-form.tsx';
import type { ItemFormProps, ItemKind } from './item-kinds.ts';

const ImageItemDocument = graphql(`
  query ImageItem($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Image {
        title
        alternativeText
        caption
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
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface ImageFormProps extends ItemFormProps {
  image: { title: string; alternativeText: string; caption: string; file: ChosenFile } | null;
}

function ImageForm({ moduleId, edited, image, cancelPath, onSaved }: ImageFormProps) {
  const { t } = useTranslation('teaching');
  const [create] = useSend(CreateImageDocument);
  const [update] = useSend(UpdateImageDocument);
  const form = useRuleForm({
    rule: imageRule.extend({ fileId: z.string().min(1) }),
    initialValues: {
      title: image?.title ?? '',
      alternativeText: image?.alternativeText ?? '',
      caption: image?.caption ?? '',
      fileId: image?.file.id ?? '',
    },
    send: (values) =>
      edited === null ? create({ input: { moduleId, ...values } }) : update({ input: { contentId: edited.contentId, ...values } }),
    onDone: onSaved,
  });
  return (
    <ItemForm form={form} title={form.getInputProps('title')} cancelPath={cancelPath}>
      <ItemFileField
        label={t('item.image.file')}
        use="IMAGE"
        initialFile={image?.file ?? null}
        error={form.errors['fileId']}
        onChange={(fileId, titled) => {
          form.setFieldValue('fileId', fileId);
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
    {(image) => <ImageForm {...props} image={image} />}
  </EditedItem>
);

export const imageItem: ItemKind = { View, Form };
