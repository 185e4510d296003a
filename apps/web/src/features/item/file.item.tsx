import { fileRule } from '@cursus/rules/content';
import { useQuery } from '@apollo/client/react';
import { Stack, Text, Textarea } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { graphql } from '../../gql/gql.ts';
import { nothingHere } from '../../lib/failure.ts';
import { FailurePart } from '../../ui/failure-part.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useRequest, useSend } from '../../ui/send.ts';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import type { ChosenFile } from '../../ui/chosen-file-card.tsx';
import { DownloadCard } from './download-card.tsx';
import classes from './item.module.css';
import { EditedItem, type EditedItemState } from './edited-item.tsx';
import { ItemFileField } from './item-file-field.tsx';
import { ItemForm } from './item-form.tsx';
import type { ItemFormProps, ItemKind } from './item-kinds.ts';
import { useItemForm } from './use-item-form.ts';

const FileItemDocument = graphql(`
  query FileItem($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on File {
        title
        description
        revision
        file {
          id
          name
          mediaType
          size
          url
        }
      }
    }
  }
`);

// pdf.js weighs more than all the rest of the player.
const PdfView = lazy(async () => ({ default: (await import('./pdf-view.tsx')).PdfView }));

const View: ItemKind['View'] = ({ itemId }) => {
  const query = useQuery(FileItemDocument, { variables: { id: itemId } });
  return (
    <QueryState query={query} scope="part" skeleton={<ListSkeleton count={1} />}>
      {({ node: file }) =>
        file?.__typename !== 'File' ? (
          <FailurePart error={nothingHere} />
        ) : (
          <Stack gap="lg">
            {file.description !== '' && <Text className={classes.description}>{file.description}</Text>}
            {file.file.mediaType === 'application/pdf' ? (
              <Suspense fallback={<ListSkeleton count={1} height={480} />}>
                <PdfView file={file.file} />
              </Suspense>
            ) : (
              <DownloadCard file={file.file} />
            )}
          </Stack>
        )
      }
    </QueryState>
  );
};

const CreateFileDocument = graphql(`
  mutation CreateFile($input: CreateFileInput!) {
    createFile(input: $input) {
      content {
        id
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const UpdateFileDocument = graphql(`
  mutation UpdateFile($input: UpdateFileInput!) {
    updateFile(input: $input) {
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

interface WrittenFile {
  title: string;
  description: string;
  file: ChosenFile;
  revision: number;
}

const valuesOf = (item: WrittenFile | null) => ({
  title: item?.title ?? '',
  description: item?.description ?? '',
  fileId: item?.file.id ?? '',
});

function FileForm(props: ItemFormProps & EditedItemState<WrittenFile>) {
  const { t } = useTranslation('teaching');
  const [create] = useSend(CreateFileDocument);
  const update = useRequest(UpdateFileDocument);
  const form = useItemForm({
    ...props,
    kind: 'File',
    rule: fileRule.extend({ fileId: z.string().min(1) }),
    valuesOf,
    files: ['fileId'],
    create: (input) => create({ input }),
    update: (input) => update({ input }),
  });
  const fields = {
    title: { label: t('item.title') },
    description: { label: t('item.description') },
    fileId: { label: t('item.file.file') },
  };
  return (
    <ItemForm form={form} fields={fields} cancelPath={props.cancelPath}>
      <ItemFileField
        label={t('item.file.file')}
        use="FILE"
        initialFile={props.item?.file ?? null}
        error={form.errors['fileId']}
        onSeveral={props.onSeveral}
        onChange={(file, titled) => {
          form.setFieldValue('fileId', file?.id ?? '');
          form.setFieldValue('title', titled);
        }}
      />
      <Textarea label={t('item.description')} description={t('item.file.descriptionHint')} {...form.getInputProps('description')} />
    </ItemForm>
  );
}

const Form: ItemKind['Form'] = (props) => (
  <EditedItem document={FileItemDocument} typename="File" edited={props.edited}>
    {(state) => <FileForm {...props} {...state} />}
  </EditedItem>
);

const add: ItemKind['add'] = async (client, { moduleId, title, fileId, idempotencyKey }) => {
  const { data } = await client.mutate({ mutation: CreateFileDocument, variables: { input: { moduleId, title, fileId, idempotencyKey } } });
  return data?.createFile;
};

export const fileItem: ItemKind = { View, document: FileItemDocument, Form, add };
