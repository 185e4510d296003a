import { captionsRule, maxCaptionsPerVideo, videoAddressRule, videoRule } from '@cursus/rules/content';
import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { graphql } from '../../gql/gql.ts';
import { uploadQueue } from '../../lib/upload-queue.ts';
import { fieldOf } from '../../lib/use-upload.ts';
import { useUploadLimits } from '../../lib/use-upload-limit.ts';
import { frameOf } from '../../lib/video-frame.ts';
import type { ChosenFile } from '../../ui/chosen-file-card.tsx';
import { useRequest, useSend } from '../../ui/send.ts';
import { UploadField } from '../../ui/upload-field.tsx';
import { CaptionsField } from './captions-field.tsx';
import { ItemFileField } from './item-file-field.tsx';
import type { EditedItemState } from './edited-item.tsx';
import { ItemForm } from './item-form.tsx';
import type { ItemFormProps } from './item-kinds.ts';
import { useItemForm } from './use-item-form.ts';

export const CreateVideoDocument = graphql(`
  mutation CreateVideo($input: CreateVideoInput!) {
    createVideo(input: $input) {
      content {
        id
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const UpdateVideoDocument = graphql(`
  mutation UpdateVideo($input: UpdateVideoInput!) {
    updateVideo(input: $input) {
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

/** What is shown decides which of the two must be there. */
const videoFormRule = videoRule
  .extend({
    source: z.enum(['address', 'file']),
    url: z.string(),
    fileId: z.string(),
    posterId: z.string(),
    captions: z.array(captionsRule).max(maxCaptionsPerVideo),
  })
  .superRefine(({ source, url, fileId }, context) => {
    if (source === 'address' && !videoAddressRule.safeParse(url).success) context.addIssue({ code: 'custom', path: ['url'], input: url });
    if (source === 'file' && fileId === '') context.addIssue({ code: 'custom', path: ['fileId'], input: fileId });
  });

type VideoValues = z.infer<typeof videoFormRule>;

/** A film has one source; poster and captions are those of a file. */
const inputOf = ({ title, description, source, url, fileId, posterId, captions }: VideoValues) => ({
  title,
  description,
  ...(source === 'address' ? { url } : { fileId, posterId: posterId === '' ? null : posterId, captions }),
});

interface WrittenVideo {
  title: string;
  description: string;
  embed: { url: string } | null;
  upload: ChosenFile | null;
  poster: ChosenFile | null;
  captions: readonly { language: string; file: ChosenFile }[];
  revision: number;
}

const valuesOf = (video: WrittenVideo | null): VideoValues => ({
  title: video?.title ?? '',
  description: video?.description ?? '',
  source: video?.upload ? 'file' : 'address',
  url: video?.embed?.url ?? '',
  fileId: video?.upload?.id ?? '',
  posterId: video?.poster?.id ?? '',
  captions: video?.captions.map(({ language, file }) => ({ language, fileId: file.id })) ?? [],
});

export function VideoForm(props: ItemFormProps & EditedItemState<WrittenVideo>) {
  const { t } = useTranslation('teaching');
  const [create] = useSend(CreateVideoDocument);
  const update = useRequest(UpdateVideoDocument);
  const { item: video } = props;
  const form = useItemForm({
    ...props,
    kind: 'Video',
    rule: videoFormRule,
    valuesOf,
    files: ['source', 'fileId', 'posterId', 'captions'],
    create: ({ moduleId, idempotencyKey, ...values }) => create({ input: { moduleId, idempotencyKey, ...inputOf(values) } }),
    update: ({ contentId, expectedRevision, ...values }) => update({ input: { contentId, expectedRevision, ...inputOf(values) } }),
  });
  const limit = useUploadLimits()('IMAGE');
  /** A film that has no picture yet gets one of its own; the field below takes it, and another may be chosen there. */
  const makePoster = async ({ url }: ChosenFile): Promise<void> => {
    const page = window.location.pathname;
    const file = await frameOf(url);
    if (file !== null) uploadQueue.add({ file, use: 'IMAGE', limit, field: fieldOf(page, 'posterId') });
  };
  const fields = {
    title: { label: t('item.title') },
    description: { label: t('item.description') },
    source: {
      label: t('item.video.source'),
      show: (source: unknown) => t(source === 'file' ? 'item.video.byFile' : 'item.video.byAddress'),
    },
    url: { label: t('item.video.url') },
    fileId: { label: t('item.video.file') },
    posterId: { label: t('item.video.poster') },
    captions: { label: t('item.video.captions') },
  };
  return (
    <ItemForm form={form} fields={fields} cancelPath={props.cancelPath}>
      <SegmentedControl
        aria-label={t('item.video.source')}
        data={[
          { value: 'address', label: t('item.video.byAddress') },
          { value: 'file', label: t('item.video.byFile') },
        ]}
        {...form.getInputProps('source')}
      />
      {form.values.source === 'address' ? (
        <TextInput type="url" label={t('item.video.url')} description={t('item.video.urlHint')} required {...form.getInputProps('url')} />
      ) : (
        <>
          <ItemFileField
            label={t('item.video.file')}
            use="VIDEO"
            initialFile={video?.upload ?? null}
            error={form.errors['fileId']}
            onSeveral={props.onSeveral}
            onChange={(file, titled) => {
              form.setFieldValue('fileId', file?.id ?? '');
              form.setFieldValue('title', titled);
              if (file !== null && form.values.posterId === '') void makePoster(file);
            }}
          />
          <UploadField
            label={t('item.video.poster')}
            hint={t('item.video.posterHint')}
            name="posterId"
            use="IMAGE"
            initialFile={video?.poster ?? null}
            error={form.errors['posterId']}
            onChange={(file) => form.setFieldValue('posterId', file?.id ?? '')}
          />
          <CaptionsField
            initial={video?.captions ?? []}
            errors={form.errors}
            onChange={(captions) => form.setFieldValue('captions', captions)}
          />
        </>
      )}
      <Textarea label={t('item.description')} description={t('item.video.descriptionHint')} {...form.getInputProps('description')} />
    </ItemForm>
  );
}
