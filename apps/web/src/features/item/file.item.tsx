import { useQuery } from '@apollo/client/react';
import { Button, Card, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconDownload, IconExternalLink, IconFile, IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { nothingHere } from '../../lib/failure.ts';
import { formatFileSize } from '../../lib/file-size.ts';
import { FailurePart } from '../../ui/failure-part.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import classes from './item.module.css';
import type { ItemKind } from './item-kinds.ts';

const FileItemDocument = graphql(`
  query FileItem($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on File {
        description
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

interface DownloadCardProps {
  file: { name: string; mediaType: string; size: number; url: string };
}

function DownloadCard({ file: { name, mediaType, size, url } }: DownloadCardProps) {
  const { t, i18n } = useTranslation('learning');
  const isPdf = mediaType === 'application/pdf';
  const IconComponent = isPdf ? IconFileTypePdf : IconFile;
  return (
    <Card>
      <Group gap="md">
        <ThemeIcon size={52} radius="md" variant="light" aria-hidden>
          <IconComponent size={28} stroke={1.5} />
        </ThemeIcon>
        <div className={classes.fileName}>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {formatFileSize(size, i18n.language)}
          </Text>
        </div>
        <Group gap="xs">
          {isPdf && (
            <Button
              component="a"
              href={url}
              target="_blank"
              rel="noreferrer"
              variant="default"
              leftSection={<IconExternalLink size={18} aria-hidden />}
              aria-label={t('file.openNamed', { name })}
            >
              {t('file.open')}
            </Button>
          )}
          <Button
            component="a"
            href={url}
            download={name}
            leftSection={<IconDownload size={18} aria-hidden />}
            aria-label={t('file.downloadNamed', { name })}
          >
            {t('file.download')}
          </Button>
        </Group>
      </Group>
    </Card>
  );
}

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
            <DownloadCard file={file.file} />
          </Stack>
        )
      }
    </QueryState>
  );
};

export const fileItem: ItemKind = { View };
