import { Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { graphql } from '../../gql/gql.ts';
import type { AdminFilesQuery, FileUse } from '../../gql/graphql.ts';
import { formatSheetDay, formatShortDay } from '../../lib/dates.ts';
import { formatFileSize } from '../../lib/file-size.ts';
import { ofPerson } from '../../lib/admin-paths.ts';
import type { AdminKind } from '../../ui/admin/admin-kind.ts';
import { ChoiceFilter } from '../../ui/admin/list-tools.tsx';
import { RecordList } from '../../ui/admin/record-list.tsx';
import type { RecordAction } from '../../ui/admin/use-record-action.ts';
import { useRemoval } from '../../ui/admin/use-removal.tsx';
import { useRequest } from '../../ui/send.ts';

const AdminFilesDocument = graphql(`
  query AdminFiles($first: Int!, $after: String, $search: String, $filter: StoredFileFilter, $orderBy: [StoredFileOrder!]) {
    files(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
      totalCount
      edges {
        node {
          id
          name
          use
          mediaType
          size
          createdAt
          viewerCanDelete
          owner {
            id
            profile {
              displayName
            }
          }
          referenceCount
          references {
            targetId
            place
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const AdminDeleteFileDocument = graphql(`
  mutation AdminDeleteFile($input: DeleteFileInput!) {
    deleteFile(input: $input) {
      deletedFileId
      userErrors {
        ...UserError_error
      }
    }
  }
`);

type FileRow = AdminFilesQuery['files']['edges'][number]['node'];

const uses = ['AVATAR', 'IMAGE', 'FILE', 'VIDEO', 'CAPTIONS'] as const satisfies readonly FileUse[];
const states = ['used', 'unused'] as const;

function useFileActions(): readonly RecordAction<FileRow>[] {
  const { t } = useTranslation('oversight');
  const deleteFile = useRequest(AdminDeleteFileDocument);
  return [
    useRemoval({
      key: 'delete',
      label: t('files.delete.label'),
      icon: <IconTrash size={18} stroke={1.7} aria-hidden />,
      typeName: 'StoredFile',
      isFor: ({ viewerCanDelete, referenceCount }) => viewerCanDelete && referenceCount === 0,
      nameOf: ({ name }) => name,
      title: (count) => t('files.delete.title', { count }),
      text: t('files.delete.text'),
      remove: deleteFile,
      done: (count) => t('files.delete.done', { count }),
    }),
  ];
}

function AdminFileList() {
  const { t, i18n } = useTranslation(['oversight', 'audit']);
  // This one comes from a person's form, and has no field above the list: not everybody who manages files finds people.
  const [params] = useSearchParams();
  /** Where it is used: by names, as far as two tell it. */
  const usesOf = ({ references, referenceCount }: FileRow): string => {
    const [names, count] = [(references ?? []).slice(0, 2).map(({ name }) => name), referenceCount ?? 0];
    return [...names, ...(count > names.length ? [t('files.moreUses', { count: count - names.length })] : [])].join(', ');
  };
  return (
    <RecordList
      title={t('files.title')}
      lead={t(params.has(ofPerson) ? 'files.onlyPerson' : 'files.lead')}
      fileName="files"
      document={AdminFilesDocument}
      connectionOf={({ files }) => files}
      variablesOf={({ first, after, search, order, value, oneOf }) => {
        const state = oneOf('state', states);
        return {
          first,
          after,
          search,
          orderBy: [order],
          filter: { ownerId: value(ofPerson), use: oneOf('use', uses), isUsed: state && state === 'used' },
        };
      }}
      defaultOrder={{ field: 'CREATED_AT', direction: 'DESC' }}
      columns={[
        { key: 'name', label: t('files.name'), text: ({ name }) => name, order: 'NAME' },
        { key: 'owner', label: t('files.owner'), text: ({ owner }) => owner?.profile.displayName ?? t('audit:gone') },
        { key: 'use', label: t('files.use'), text: ({ use }) => t(`files.uses.${use}`) },
        {
          key: 'references',
          label: t('files.references'),
          text: usesOf,
          cell: (row) => usesOf(row) || <Text c="dimmed">{t('files.unused')}</Text>,
        },
        { key: 'type', label: t('files.type'), text: ({ mediaType }) => mediaType },
        {
          key: 'size',
          label: t('files.size'),
          text: ({ size }) => size,
          cell: ({ size }) => formatFileSize(size, i18n.language),
          order: 'SIZE',
          isNumber: true,
        },
        {
          key: 'created',
          label: t('files.created'),
          text: ({ createdAt }) => formatSheetDay(createdAt),
          cell: ({ createdAt }) => formatShortDay(createdAt, i18n.language),
          order: 'CREATED_AT',
          isWhole: true,
        },
      ]}
      nameOf={({ name }) => name}
      searchLabel={t('files.search')}
      filters={({ value, set }) => (
        <>
          <ChoiceFilter
            label={t('files.use')}
            choices={uses.map((use) => ({ value: use, label: t(`files.uses.${use}`) }))}
            value={value('use')}
            onChoose={(use) => set('use', use)}
          />
          <ChoiceFilter
            label={t('files.state')}
            choices={states.map((state) => ({ value: state, label: t(`files.${state}`) }))}
            value={value('state')}
            onChoose={(state) => set('state', state)}
          />
        </>
      )}
      actions={useFileActions()}
      empty={{ title: t('files.none.title'), text: t('files.none.text') }}
    />
  );
}

export const fileAdmin: AdminKind = { List: AdminFileList };
