import { videoAddressRule, videoRule } from '@cursus/rules/content';
import { useQuery } from '@apollo/client/react';
import { Anchor, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { graphql } from '../../gql/gql.ts';
import { nothingHere } from '../../lib/failure.ts';
import { FailurePart } from '../../ui/failure-part.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { UploadField } from '../../ui/upload-field.tsx';
import type { ChosenFile } from '../../ui/chosen-file-card.tsx';
import classes from './item.module.css';
import { EditedItem } from './edited-item.tsx';
import { ItemForm, titleFromFile } from './item-form.tsx';
import type { ItemFormProps, ItemKind } from './item-kinds.ts';
import { VideoFacade } from './video-facade.tsx';

const VideoItemDocument = graphql(`
  query VideoItem($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Video {
        title
        description
        embed {
          host
          url
          playerUrl
        }
        file {
          id
          name
          mediaType
          size
          url
        }
        captions {
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

interface VideoFileProps {
  title: string;
  file: { url: string; mediaType: string };
  captions: { url: string } | null;
}

function VideoFile({ title, file, captions }: VideoFileProps) {
  const { t, i18n } = useTranslation('learning');
  return (
    <video controls preload="metadata" className={classes.video} aria-label={title}>
      <source src={file.url} type={file.mediaType} />
      {captions !== null && <track kind="captions" src={captions.url} srcLang={i18n.language} label={t('video.captions')} default />}
      <Anchor href={file.url}>{t('file.download')}</Anchor>
    </video>
  );
}

const View: ItemKind['View'] = ({ itemId }) => {
  const query = useQuery(VideoItemDocument, { variables: { id: itemId } });
  return (
    <QueryState query={query} scope="part" skeleton={<ListSkeleton count={1} height={400} />}>
      {({ node: video }) =>
        video?.__typename !== 'Video' ? (
          <FailurePart error={nothingHere} />
        ) : (
          <Stack gap="lg">
            {video.embed !== null && <VideoFacade title={video.title} embed={video.embed} />}
            {video.file !== null && <VideoFile title={video.title} file={video.file} captions={video.captions} />}
            {video.description !== '' && <Text className={classes.description}>{video.description}</Text>}
          </Stack>
        )
      }
    </QueryState>
  );
};

const CreateVideoDocument = graphql(`
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
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** What is shown decides which of the two must be there. */
const videoFormRule = videoRule
  .extend({ source: z.enum(['address', 'file']), url: z.string(), fileId: z.string(), captionsId: z.string() })
  .superRefine(({ source, url, fileId }, context) => {
    if (source === 'address' && !videoAddressRule.safeParse(url).success) context.addIssue({ code: 'custom', path: ['url'], input: url });
    if (source === 'file' && fileId === '') context.addIssue({ code: 'custom', path: ['fileId'], input: fileId });
  });

/** A film has one source; captions are those of a file. */
const inputOf = ({ title, description, source, url, fileId, captionsId }: z.infer<typeof videoFormRule>) => ({
  title,
  description,
  ...(source === 'address' ? { url } : { fileId, captionsId: captionsId === '' ? null : captionsId }),
});

interface VideoFormProps extends ItemFormProps {
  video: { title: string; description: string; embed: { url: string } | null; file: ChosenFile | null; captions: ChosenFile | null } | null;
}

function VideoForm({ moduleId, edited, video, cancelPath, onSaved }: VideoFormProps) {
  const { t } = useTranslation('teaching');
  const [create] = useSend(CreateVideoDocument);
  const [update] = useSend(UpdateVideoDocument);
  const form = useRuleForm({
    rule: videoFormRule,
    initialValues: {
      title: video?.title ?? '',
      description: video?.description ?? '',
      source: video?.file ? 'file' : 'address',
      url: video?.embed?.url ?? '',
      fileId: video?.file?.id ?? '',
      captionsId: video?.captions?.id ?? '',
    },
    send: (values) =>
      edited === null
        ? create({ input: { moduleId, ...inputOf(values) } })
        : update({ input: { contentId: edited.contentId, ...inputOf(values) } }),
    onDone: onSaved,
  });
  return (
    <ItemForm form={form} title={form.getInputProps('title')} cancelPath={cancelPath}>
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
          <UploadField
            label={t('item.video.file')}
            use="VIDEO"
            required
            initialFile={video?.file ?? null}
            error={form.errors['fileId']}
            onChange={(file) => {
              form.setFieldValue('fileId', file?.id ?? '');
              form.setFieldValue('title', (title) => titleFromFile(title, file));
            }}
          />
          <UploadField
            label={t('item.video.captions')}
            hint={t('item.video.captionsHint')}
            use="CAPTIONS"
            initialFile={video?.captions ?? null}
            error={form.errors['captionsId']}
            onChange={(file) => form.setFieldValue('captionsId', file?.id ?? '')}
          />
        </>
      )}
      <Textarea label={t('item.description')} description={t('item.video.descriptionHint')} {...form.getInputProps('description')} />
    </ItemForm>
  );
}

const Form: ItemKind['Form'] = (props) => (
  <EditedItem document={VideoItemDocument} typename="Video" edited={props.edited}>
    {(video) => <VideoForm {...props} video={video} />}
  </EditedItem>
);

export const videoItem: ItemKind = { View, Form };
