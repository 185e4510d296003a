import { Badge } from '@mantine/core';
import { IconKeyOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import type { AdminTokensQuery } from '../../gql/graphql.ts';
import { formatSheetDay, formatShortDay } from '../../lib/dates.ts';
import { ofPerson } from '../../lib/admin-paths.ts';
import type { AdminKind } from '../../ui/admin/admin-kind.ts';
import { ChoiceFilter } from '../../ui/admin/list-tools.tsx';
import { PersonFilter } from '../../ui/admin/person-filter.tsx';
import { RecordList } from '../../ui/admin/record-list.tsx';
import type { RecordAction } from '../../ui/admin/use-record-action.ts';
import { useRemoval } from '../../ui/admin/use-removal.tsx';
import { useRequest } from '../../ui/send.ts';
import { allScopes } from './scope-groups.ts';

const AdminTokensDocument = graphql(`
  query AdminTokens($first: Int!, $after: String, $search: String, $filter: TokenFilter, $orderBy: [TokenOrder!]) {
    tokens(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
      totalCount
      edges {
        node {
          id
          name
          prefix
          scopes
          createdAt
          expiresAt
          lastUsedAt
          viewerCanRevoke
          user {
            id
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

const AdminRevokeTokenDocument = graphql(`
  mutation AdminRevokeToken($input: RevokeTokenInput!) {
    revokeToken(input: $input) {
      revokedTokenId
      userErrors {
        ...UserError_error
      }
    }
  }
`);

type TokenRow = AdminTokensQuery['tokens']['edges'][number]['node'];

const nameOf = ({ name }: TokenRow): string => name;
const states = ['good', 'expired'] as const;

function useTokenActions(): readonly RecordAction<TokenRow>[] {
  const { t } = useTranslation('oversight');
  const revokeToken = useRequest(AdminRevokeTokenDocument);
  return [
    useRemoval({
      key: 'revoke',
      label: t('tokens.revoke.label'),
      icon: <IconKeyOff size={18} stroke={1.7} aria-hidden />,
      typeName: 'Token',
      isFor: ({ viewerCanRevoke }) => viewerCanRevoke,
      nameOf,
      title: (count) => t('tokens.revoke.title', { count }),
      text: t('tokens.revoke.text'),
      remove: revokeToken,
      done: (count) => t('tokens.revoke.done', { count }),
    }),
  ];
}

function AdminTokenList() {
  const { t, i18n } = useTranslation(['oversight', 'tokens']);
  const isOver = ({ expiresAt }: TokenRow): boolean => new Date(expiresAt) <= new Date();
  return (
    <RecordList
      title={t('tokens.title')}
      lead={t('tokens.lead')}
      fileName="tokens"
      document={AdminTokensDocument}
      connectionOf={({ tokens }) => tokens}
      variablesOf={({ first, after, search, order, value, oneOf }) => {
        const state = oneOf('state', states);
        const filter = {
          userId: value(ofPerson),
          scope: oneOf('scope', allScopes),
          isExpired: state === null ? null : state === 'expired',
        };
        return { first, after, search, orderBy: [order], filter };
      }}
      defaultOrder={{ field: 'CREATED_AT', direction: 'DESC' }}
      columns={[
        { key: 'name', label: t('tokens.name'), text: nameOf, order: 'NAME' },
        { key: 'person', label: t('person'), text: ({ user }) => user.profile.displayName },
        { key: 'prefix', label: t('tokens.prefix'), text: ({ prefix }) => prefix, cell: ({ prefix }) => <code>{prefix}…</code> },
        {
          key: 'scopes',
          label: t('tokens.scopes'),
          text: ({ scopes }) => scopes.map((scope) => t(`tokens:scope.${scope}.name`)).join(', '),
        },
        {
          key: 'used',
          label: t('tokens.lastUsed'),
          text: ({ lastUsedAt }) => (lastUsedAt === null ? '' : formatSheetDay(lastUsedAt)),
          cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('tokens.never') : formatShortDay(lastUsedAt, i18n.language)),
          order: 'LAST_USED_AT',
          isWhole: true,
        },
        {
          key: 'created',
          label: t('tokens.created'),
          text: ({ createdAt }) => formatSheetDay(createdAt),
          cell: ({ createdAt }) => formatShortDay(createdAt, i18n.language),
          order: 'CREATED_AT',
          isWhole: true,
        },
        {
          key: 'expires',
          label: t('tokens.expires'),
          text: ({ expiresAt }) => formatSheetDay(expiresAt),
          cell: (row) => (
            <>
              {formatShortDay(row.expiresAt, i18n.language)} {isOver(row) && <Badge color="gray">{t('tokens.expired')}</Badge>}
            </>
          ),
          order: 'EXPIRES_AT',
          isWhole: true,
        },
      ]}
      nameOf={nameOf}
      searchLabel={t('tokens.search')}
      filters={({ value, set }) => (
        <>
          <PersonFilter label={t('person')} value={value(ofPerson)} onChoose={(userId) => set(ofPerson, userId)} />
          <ChoiceFilter
            label={t('tokens.state')}
            choices={states.map((state) => ({ value: state, label: t(`tokens.${state}`) }))}
            value={value('state')}
            onChoose={(state) => set('state', state)}
          />
          <ChoiceFilter
            label={t('tokens.scope')}
            choices={allScopes.map((scope) => ({ value: scope, label: t(`tokens:scope.${scope}.name`) }))}
            value={value('scope')}
            onChoose={(scope) => set('scope', scope)}
          />
        </>
      )}
      actions={useTokenActions()}
      empty={{ title: t('tokens.none.title'), text: t('tokens.none.text') }}
    />
  );
}

export const tokenAdmin: AdminKind = { List: AdminTokenList };
