import type { OperationVariables } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconListSearch, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useListLength } from '../../lib/list-length.ts';
import { EmptyState } from '../empty-state.tsx';
import { LoadMore } from '../load-more.tsx';
import { catchFocus } from '../lost-focus.ts';
import { PageTitle } from '../page.tsx';
import { QueryState } from '../query-state.tsx';
import { ListSkeleton } from '../skeletons.tsx';
import { ExportButton } from '../export-button.tsx';
import { type AskedList, type ListOrder, useListAddress } from './list-address.ts';
import { ListSearch } from './list-tools.tsx';
import classes from './record-list.module.css';
import { type Column, RecordTable } from './record-table.tsx';
import { RefusedRecords } from './refused-records.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { type RecordAction, useRecordAction } from './use-record-action.ts';
import { useSelection } from './use-selection.ts';

/** What every list of the API is, as far as a list of records needs it. */
export interface RecordConnection<TRow> {
  totalCount: number;
  edges: readonly { node: TRow }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** What a filter needs to stand above the list. */
interface FilterTools {
  value: (filter: string) => string | null;
  set: (filter: string, value: string | null) => void;
}

interface RecordListProps<TData, TVariables extends OperationVariables, TRow extends { id: string }, TField extends string> {
  title: string;
  lead?: string;
  /** Of an exported file. */
  fileName: string;
  document: TypedDocumentNode<TData, TVariables>;
  /** The list that a query answers; its field has a `keptList` in app/apollo-client.ts. */
  connectionOf: (data: TData) => RecordConnection<TRow>;
  variablesOf: (asked: AskedList<TField>) => TVariables;
  defaultOrder: ListOrder<TField>;
  /** The first one names the record. */
  columns: readonly Column<TRow, TField>[];
  nameOf: (row: TRow) => string;
  /** Where its form is. */
  pathOf?: (row: TRow) => string;
  searchLabel?: string;
  filters?: (tools: FilterTools) => ReactNode;
  actions?: readonly RecordAction<TRow>[];
  /** The way to a new one, for who may make one. */
  create?: (data: TData) => { path: string; label: string } | false;
  /** More buttons beside the title. */
  aside?: ReactNode;
  empty: { title: string; text: string };
}

const pageSize = 25;

/** The one way in which administrators see records: searched, narrowed and ordered by what stands in the address, page after page. */
export function RecordList<TData, TVariables extends OperationVariables, TRow extends { id: string }, TField extends string = never>(
  props: RecordListProps<TData, TVariables, TRow, TField>,
) {
  const { title, document, columns, defaultOrder, actions = [] } = props;
  const { t } = useTranslation('admin');
  const sortable = columns.flatMap(({ order, label }) => (order === undefined ? [] : [{ order, label }]));
  const address = useListAddress({ orderFields: sortable.map(({ order }) => order), defaultOrder });
  const { first, keep } = useListLength(pageSize);
  const variables = props.variablesOf({ ...address.asked, first, after: null });
  const query = useQuery<TData, OperationVariables>(document, { variables });
  const data = query.data ?? query.previousData;
  const create = (data !== undefined && props.create?.(data)) || null;
  const rows = data === undefined ? [] : props.connectionOf(data).edges.map(({ node }) => node);
  const selection = useSelection(rows, address.key);
  const bulk = useRecordAction<TRow>();
  const results = useRef<HTMLDivElement>(null);
  const nothingYet = !address.isNarrowed && rows.length === 0;

  const act = async (action: RecordAction<TRow>): Promise<void> => {
    const left = await bulk.run(action, selection.selected);
    if (left !== null) await settle(left);
  };

  const settle = async (left: readonly TRow[]): Promise<void> => {
    selection.keep(left.map(({ id }) => id));
    await query.refetch();
    // The bar in which one pressed goes with the selection.
    catchFocus(() => results.current?.querySelector('input'));
  };

  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end" gap="md">
        <div className={classes.heading}>
          <PageTitle>{title}</PageTitle>
          {props.lead !== undefined && (
            <Text c="dimmed" mt="xs">
              {props.lead}
            </Text>
          )}
        </div>
        <Group gap="sm">
          {props.aside}
          <ExportButton
            fileName={props.fileName}
            columns={columns}
            document={document}
            connectionOf={props.connectionOf}
            variablesOf={(page) => props.variablesOf({ ...address.asked, ...page })}
          />
          {create !== null && (
            <Button component={Link} to={create.path} leftSection={<IconPlus size={18} aria-hidden />}>
              {create.label}
            </Button>
          )}
        </Group>
      </Group>

      <search className={classes.tools} aria-label={t('tools', { title })}>
        {props.searchLabel !== undefined && <ListSearch label={props.searchLabel} words={address.words} onSearch={address.setSearch} />}
        {props.filters?.({ value: address.asked.value, set: address.setFilter })}
        {sortable.length > 0 && (
          <NativeSelect
            className={classes.order ?? ''}
            size="sm"
            label={t('order.label')}
            value={`${address.asked.order.field} ${address.asked.order.direction}`}
            data={sortable.flatMap(({ order, label }) => [
              { value: `${order} ASC`, label: t('order.ascending', { label }) },
              { value: `${order} DESC`, label: t('order.descending', { label }) },
            ])}
            onChange={({ currentTarget: { value } }) => {
              const chosen = sortable.find(({ order }) => value.startsWith(`${order} `));
              if (chosen) address.setOrder({ field: chosen.order, direction: value.endsWith('DESC') ? 'DESC' : 'ASC' });
            }}
          />
        )}
      </search>

      <RefusedRecords
        refused={bulk.refused}
        nameOf={props.nameOf}
        onClose={bulk.forget}
        onRetry={bulk.again && (() => void bulk.again?.run().then(settle))}
      />

      {/* Another search's records come in place of these, without a jump. */}
      <QueryState query={{ ...query, data }} scope="part" skeleton={<ListSkeleton count={8} height={52} />}>
        {(shown) => {
          const { totalCount, pageInfo } = props.connectionOf(shown);
          return (
            <div ref={results} className={classes.results} data-stale={query.data === undefined || undefined}>
              <div className={classes.head}>
                {actions.length > 0 && rows.length > 0 && (
                  <Checkbox
                    label={t('select.all', { count: rows.length })}
                    checked={selection.isAll}
                    indeterminate={selection.selected.length > 0 && !selection.isAll}
                    onChange={() => (selection.isAll ? selection.clear() : selection.selectAll())}
                  />
                )}
                <Text role="status" c="dimmed" size="sm" className={classes.count ?? ''}>
                  {t('found', { count: totalCount })}
                </Text>
                {address.isNarrowed && (
                  <Button variant="subtle" size="compact-sm" onClick={address.clear}>
                    {t('filter.clearAll')}
                  </Button>
                )}
              </div>
              {rows.length === 0 ? (
                <EmptyState icon={IconListSearch} title={nothingYet ? props.empty.title : t('nothingFound.title')}>
                  {nothingYet ? props.empty.text : t('nothingFound.text')}
                </EmptyState>
              ) : (
                <RecordTable
                  label={title}
                  columns={columns}
                  rows={rows}
                  nameOf={props.nameOf}
                  {...(props.pathOf && { pathOf: props.pathOf })}
                  order={address.asked.order}
                  onOrder={address.setOrder}
                  selection={actions.length > 0 ? selection : null}
                />
              )}
              <LoadMore
                key={address.key}
                pageInfo={pageInfo}
                shown={{ count: rows.length, total: totalCount }}
                onLoad={async (after) => {
                  await query.fetchMore({ variables: props.variablesOf({ ...address.asked, first: pageSize, after }) });
                  keep(rows.length + pageSize);
                }}
              />
              {actions.length > 0 && (
                <SelectionBar
                  rows={selection.selected}
                  actions={actions}
                  progress={bulk.progress}
                  onAct={(action) => void act(action)}
                  onClear={selection.clear}
                />
              )}
            </div>
          );
        }}
      </QueryState>
    </Stack>
  );
}
