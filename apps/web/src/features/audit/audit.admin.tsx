import { useQuery } from '@apollo/client/react';
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { graphql } from '../../gql/gql.ts';
import type { AuditAction } from '../../gql/graphql.ts';
import { adminListPath, recordPath } from '../../lib/admin-paths.ts';
import { formatSheetMoment, formatShortMoment } from '../../lib/dates.ts';
import type { AdminKind } from '../../ui/admin/admin-kind.ts';
import { ChoiceFilter } from '../../ui/admin/list-tools.tsx';
import { RecordList } from '../../ui/admin/record-list.tsx';
import { RecordPage } from '../../ui/admin/record-page.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { actionColors } from './action-colors.ts';
import { nameOfActor } from './actor-name.ts';
import { EntryFacts } from './entry-facts.tsx';
import { FieldChanges } from './field-changes.tsx';
import { nameOfField } from './field-name.ts';
import { type Period, periods, startOf } from './period.ts';
import { nameOfRecord } from './record-name.ts';
import { recordKinds } from './record-kinds.ts';

const AdminAuditEntriesDocument = graphql(`
  query AdminAuditEntries($first: Int!, $after: String, $search: String, $filter: AuditEntryFilter, $orderBy: [AuditEntryOrder!]) {
    auditEntries(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
      totalCount
      edges {
        node {
          id
          at
          action
          kind
          recordName
          isBySystem
          actor {
            id
            profile {
              displayName
              isFormerMember
            }
          }
          changes {
            field
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

const AdminAuditEntryDocument = graphql(`
  query AdminAuditEntry($id: ID!) {
    viewer {
      id
      ...RecordPlaces_viewer
    }
    node(id: $id) {
      __typename
      id
      ... on AuditEntry {
        kind
        recordName
        ...EntryFacts_entry
        ...FieldChanges_entry
      }
    }
  }
`);

const listPath = adminListPath('auditEntries');
const actions = ['CREATED', 'CHANGED', 'DELETED'] as const satisfies readonly AuditAction[];
const doers = ['people', 'system'] as const;
const mostFields = 3;

function AuditLog() {
  const { t, i18n } = useTranslation('audit');
  const { t: tSystem } = useTranslation('system');
  const [params] = useSearchParams();
  // These two come from links, and have no field above the list.
  const lead = params.has('record') ? t('onlyRecord') : params.has('actor') ? t('onlyActor') : t('lead');
  return (
    <RecordList
      title={t('title')}
      lead={lead}
      fileName="audit-log"
      document={AdminAuditEntriesDocument}
      connectionOf={({ auditEntries }) => auditEntries}
      variablesOf={({ first, after, search, order, value, oneOf }) => {
        const [kind, action, doer] = [oneOf('kind', recordKinds), oneOf('action', actions), oneOf('by', doers)];
        const period: Period | null = oneOf('period', periods);
        return {
          first,
          after,
          search,
          orderBy: [order],
          filter: {
            kinds: kind && [kind],
            actions: action && [action],
            isBySystem: doer === null ? null : doer === 'system',
            from: period && startOf(period),
            recordId: value('record'),
            actorId: value('actor'),
          },
        };
      }}
      defaultOrder={{ field: 'AT', direction: 'DESC' }}
      columns={[
        {
          key: 'at',
          label: t('at'),
          text: ({ at }) => formatSheetMoment(at),
          cell: ({ at }) => formatShortMoment(at, i18n.language),
          order: 'AT',
          isWhole: true,
        },
        {
          key: 'actor',
          label: t('actor'),
          text: (entry) => nameOfActor(entry, t),
        },
        {
          key: 'action',
          label: t('action'),
          text: ({ action }) => t(`actions.${action}`),
          cell: ({ action }) => <Badge color={actionColors[action]}>{t(`actions.${action}`)}</Badge>,
        },
        { key: 'kind', label: t('kind'), text: ({ kind }) => t(`kinds.${kind}`) },
        { key: 'record', label: t('record'), text: (entry) => nameOfRecord(entry, tSystem) ?? '' },
        {
          key: 'fields',
          label: t('fields'),
          text: ({ changes }) => changes.map(({ field }) => nameOfField(field, t)).join(', '),
          cell: ({ changes }) => {
            const shown = changes.slice(0, mostFields).map(({ field }) => nameOfField(field, t));
            return [...shown, ...(changes.length > mostFields ? [t('moreFields', { count: changes.length - mostFields })] : [])].join(', ');
          },
        },
      ]}
      nameOf={(entry) => nameOfRecord(entry, tSystem) ?? t(`kinds.${entry.kind}`)}
      pathOf={({ id }) => recordPath('auditEntries', id)}
      searchLabel={t('search')}
      filters={({ value, set }) => (
        <>
          <ChoiceFilter
            label={t('kind')}
            choices={recordKinds
              .map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))
              .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language))}
            value={value('kind')}
            onChoose={(kind) => set('kind', kind)}
          />
          <ChoiceFilter
            label={t('action')}
            choices={actions.map((action) => ({ value: action, label: t(`actions.${action}`) }))}
            value={value('action')}
            onChoose={(action) => set('action', action)}
          />
          <ChoiceFilter
            label={t('actor')}
            choices={doers.map((doer) => ({ value: doer, label: t(`doers.${doer}`) }))}
            value={value('by')}
            onChoose={(doer) => set('by', doer)}
          />
          <ChoiceFilter
            label={t('period')}
            choices={periods.map((period) => ({ value: period, label: t(`periods.${period}`) }))}
            value={value('period')}
            onChoose={(period) => set('period', period)}
          />
        </>
      )}
      empty={{ title: t('none.title'), text: t('none.text') }}
    />
  );
}

function AuditEntryPage({ id }: { id: string | null }) {
  const { t } = useTranslation('audit');
  const { t: tSystem } = useTranslation('system');
  const query = useQuery(AdminAuditEntryDocument, { variables: { id: id ?? '' }, skip: id === null });
  if (id === null) return <NothingHere />;
  return (
    <QueryState query={query} skeleton={<ListSkeleton count={5} height={52} />}>
      {({ node, viewer }) =>
        node?.__typename === 'AuditEntry' ? (
          <RecordPage
            title={nameOfRecord(node, tSystem) ?? t(`kinds.${node.kind}`)}
            list={{ path: listPath, label: t('title') }}
            facts={<EntryFacts entry={node} viewer={viewer} />}
          >
            <FieldChanges entry={node} viewer={viewer} />
          </RecordPage>
        ) : (
          <NothingHere />
        )
      }
    </QueryState>
  );
}

export const auditAdmin: AdminKind = { List: AuditLog, Form: AuditEntryPage };
