import { Badge } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import type { AdminSessionsQuery } from '../../gql/graphql.ts';
import { formatSheetMoment, formatShortMoment } from '../../lib/dates.ts';
import { ofPerson } from '../../lib/admin-paths.ts';
import type { AdminKind } from '../../ui/admin/admin-kind.ts';
import { PersonFilter } from '../../ui/admin/person-filter.tsx';
import { RecordList } from '../../ui/admin/record-list.tsx';
import type { RecordAction } from '../../ui/admin/use-record-action.ts';
import { useRemoval } from '../../ui/admin/use-removal.tsx';
import { useRequest } from '../../ui/send.ts';
import { useDeviceLabel } from './use-device-label.ts';

const AdminSessionsDocument = graphql(`
  query AdminSessions($first: Int!, $after: String, $search: String, $filter: SessionFilter, $orderBy: [SessionOrder!]) {
    sessions(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
      totalCount
      edges {
        node {
          id
          device
          address
          createdAt
          lastSeenAt
          isCurrent
          viewerCanEnd
          user {
            id
            username
            profile {
              displayName
            }
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

const AdminEndSessionDocument = graphql(`
  mutation AdminEndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      endedSessionId
      userErrors {
        ...UserError_error
      }
    }
  }
`);

type SessionRow = AdminSessionsQuery['sessions']['edges'][number]['node'];

const nameOf = ({ user }: SessionRow): string => user.profile.displayName;

function useSessionActions(): readonly RecordAction<SessionRow>[] {
  const { t } = useTranslation('oversight');
  const endSession = useRequest(AdminEndSessionDocument);
  return [
    useRemoval({
      key: 'end',
      label: t('sessions.end.label'),
      icon: <IconLogout size={18} stroke={1.7} aria-hidden />,
      typeName: 'Session',
      // This one is left by signing out.
      isFor: ({ viewerCanEnd, isCurrent }) => viewerCanEnd && !isCurrent,
      nameOf,
      title: (count) => t('sessions.end.title', { count }),
      text: t('sessions.end.text'),
      remove: endSession,
      done: (count) => t('sessions.end.done', { count }),
    }),
  ];
}

function AdminSessionList() {
  const { t, i18n } = useTranslation('oversight');
  const deviceOf = useDeviceLabel();
  return (
    <RecordList
      title={t('sessions.title')}
      lead={t('sessions.lead')}
      fileName="sessions"
      document={AdminSessionsDocument}
      connectionOf={({ sessions }) => sessions}
      variablesOf={({ first, after, search, order, value }) => ({
        first,
        after,
        search,
        orderBy: [order],
        filter: { userId: value(ofPerson) },
      })}
      defaultOrder={{ field: 'LAST_SEEN_AT', direction: 'DESC' }}
      columns={[
        { key: 'person', label: t('person'), text: nameOf, order: 'NAME' },
        { key: 'username', label: t('username'), text: ({ user }) => user.username ?? '' },
        {
          key: 'device',
          label: t('sessions.device'),
          text: ({ device }) => deviceOf(device),
          cell: ({ device, isCurrent }) => (
            <>
              {deviceOf(device)} {isCurrent && <Badge variant="light">{t('sessions.current')}</Badge>}
            </>
          ),
        },
        { key: 'address', label: t('sessions.address'), text: ({ address }) => address },
        {
          key: 'created',
          label: t('sessions.since'),
          text: ({ createdAt }) => formatSheetMoment(createdAt),
          cell: ({ createdAt }) => formatShortMoment(createdAt, i18n.language),
          order: 'CREATED_AT',
          isWhole: true,
        },
        {
          key: 'seen',
          label: t('sessions.lastSeen'),
          text: ({ lastSeenAt }) => formatSheetMoment(lastSeenAt),
          cell: ({ lastSeenAt }) => formatShortMoment(lastSeenAt, i18n.language),
          order: 'LAST_SEEN_AT',
          isWhole: true,
        },
      ]}
      nameOf={nameOf}
      searchLabel={t('sessions.search')}
      filters={({ value, set }) => (
        <PersonFilter label={t('person')} value={value(ofPerson)} onChoose={(userId) => set(ofPerson, userId)} />
      )}
      actions={useSessionActions()}
      empty={{ title: t('sessions.none.title'), text: t('sessions.none.text') }}
    />
  );
}

export const sessionAdmin: AdminKind = { List: AdminSessionList };
