import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatMoment } from '../../lib/dates.ts';
import { formatFileSize } from '../../lib/file-size.ts';
import { catchFocus } from '../../ui/lost-focus.ts';
import { useAction } from '../../ui/send.ts';

const DataExportSectionExport = graphql(`
  fragment DataExportSection_export on DataExport {
    status
    done
    total
    size
    expiresAt
    url
  }
`);

const RequestDataExport = graphql(`
  mutation RequestDataExport {
    requestDataExport {
      dataExport {
        status
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface DataExportSectionProps {
  dataExport: FragmentType<typeof DataExportSectionExport> | null;
  /** Another one is being made: reads it again. */
  onRequested: () => Promise<unknown>;
}

/** The archive of what is one's own: asked for, seen as it grows, downloaded. */
export function DataExportSection({ dataExport, onRequested }: DataExportSectionProps) {
  const { t, i18n } = useTranslation('mydata');
  const archive = readFragment(DataExportSectionExport, dataExport);
  const [request, isRequesting] = useAction(RequestDataExport);
  const state = useRef<HTMLDivElement>(null);
  const ask = async (): Promise<void> => {
    if ((await request({})) === null) return;
    await onRequested();
    // The button is gone while an archive is being made.
    catchFocus(() => state.current);
  };
  const isBusy = archive?.status === 'WAITING' || archive?.status === 'RUNNING';
  return (
    <Stack gap="md">
      {archive?.status === 'FAILED' && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
          {t('archive.failed')}
        </Alert>
      )}
      {archive !== null && (isBusy || archive.status === 'READY') && (
        <div role="status" ref={state} tabIndex={-1}>
          {archive.status === 'READY' ? (
            <Text>
              {t('archive.ready', {
                size: formatFileSize(archive.size ?? 0, i18n.language),
                moment: formatMoment(archive.expiresAt ?? '', i18n.language),
              })}
            </Text>
          ) : (
            <>
              <Text size="sm" c="dimmed" mb={6}>
                {archive.total === 0 ? t('archive.waiting') : t('archive.progress', { done: archive.done, count: archive.total })}
              </Text>
              <Progress.Root size={8} radius="xl" bg="var(--cursus-track)">
                <Progress.Section
                  value={archive.total === 0 ? 0 : (archive.done / archive.total) * 100}
                  color="var(--cursus-progress)"
                  aria-label={t('archive.progressLabel')}
                />
              </Progress.Root>
              <Text size="sm" mt="sm">
                {t('archive.leave')}
              </Text>
            </>
          )}
        </div>
      )}
      <Group>
        {archive?.status === 'READY' && archive.url !== null && (
          <Button component="a" href={archive.url} download leftSection={<IconDownload size={18} aria-hidden />}>
            {t('archive.download')}
          </Button>
        )}
        {!isBusy && (
          <Button variant={archive?.status === 'READY' ? 'default' : 'filled'} loading={isRequesting} onClick={() => void ask()}>
            {t(archive === null ? 'archive.ask' : 'archive.again')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
