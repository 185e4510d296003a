import { invitationRule } from '@cursus/rules/account';
import { Badge } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { graphql } from '../../gql/gql.ts';
import { languageCodes } from '../../i18n/languages.ts';
import { adminListPath, newRecordPath } from '../../lib/admin-paths.ts';
import { formatSheetDay, formatShortDay } from '../../lib/dates.ts';
import { languageName } from '../../lib/language-name.ts';
import type { AdminKind } from '../../ui/admin/admin-kind.ts';
import { RecordForm } from '../../ui/admin/record-form.tsx';
import { RecordList } from '../../ui/admin/record-list.tsx';
import { RecordPage } from '../../ui/admin/record-page.tsx';
import type { RecordAction } from '../../ui/admin/use-record-action.ts';
import { useRemoval } from '../../ui/admin/use-removal.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { useRequest, useSend } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';

const AdminInvitationsDocument = graphql(`
  query AdminInvitations($first: Int!, $after: String, $search: String, $orderBy: [InvitationOrder!]) {
    invitations(first: $first, after: $after, search: $search, orderBy: $orderBy) {
      totalCount
      edges {
        node {
          id
          email
          createdAt
          expiresAt
          usedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const InviteDocument = graphql(`
  mutation Invite($input: CreateInvitationInput!) {
    createInvitation(input: $input) {
      invitation {
        id
        email
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const RevokeInvitationDocument = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      revokedInvitationId
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface InvitationRecord {
  id: string;
  email: string;
  usedAt: string | null;
  expiresAt: string;
}

const listPath = adminListPath('invitations');
const rule = invitationRule.extend({ language: z.enum(languageCodes) });

function useInvitationActions(): readonly RecordAction<InvitationRecord>[] {
  const { t } = useTranslation('people');
  const revoke = useRequest(RevokeInvitationDocument);
  return [
    useRemoval({
      key: 'revoke',
      label: t('invitations.revoke.label'),
      icon: <IconMailOff size={18} stroke={1.7} aria-hidden />,
      typeName: 'Invitation',
      isFor: ({ usedAt }) => usedAt === null,
      nameOf: ({ email }) => email,
      title: (count) => t('invitations.revoke.title', { count }),
      text: t('invitations.revoke.text'),
      remove: revoke,
      done: (count) => t('invitations.revoke.done', { count }),
    }),
  ];
}

const stateOf = ({ usedAt, expiresAt }: InvitationRecord) =>
  usedAt !== null ? 'used' : new Date(expiresAt).getTime() <= Date.now() ? 'over' : 'open';
const colors = { used: 'pine', over: 'gray', open: 'marigold' } as const;

function InvitationList() {
  const { t, i18n } = useTranslation('people');
  return (
    <RecordList
      title={t('invitations.title')}
      lead={t('invitations.lead')}
      fileName="invitations"
      document={AdminInvitationsDocument}
      connectionOf={({ invitations }) => invitations}
      variablesOf={({ first, after, search, order }) => ({ first, after, search, orderBy: [order] })}
      defaultOrder={{ field: 'CREATED_AT', direction: 'DESC' }}
      columns={[
        { key: 'email', label: t('invitations.email'), text: ({ email }) => email, order: 'EMAIL' },
        {
          key: 'state',
          label: t('invitations.state.label'),
          text: (invitation) => t(`invitations.state.${stateOf(invitation)}`),
          cell: (invitation) => <Badge color={colors[stateOf(invitation)]}>{t(`invitations.state.${stateOf(invitation)}`)}</Badge>,
        },
        {
          key: 'created',
          label: t('invitations.created'),
          text: ({ createdAt }) => formatSheetDay(createdAt),
          cell: ({ createdAt }) => formatShortDay(createdAt, i18n.language),
          order: 'CREATED_AT',
          isWhole: true,
        },
        {
          key: 'expires',
          label: t('invitations.expires'),
          text: ({ expiresAt }) => formatSheetDay(expiresAt),
          cell: ({ expiresAt }) => formatShortDay(expiresAt, i18n.language),
          isWhole: true,
        },
      ]}
      nameOf={({ email }) => email}
      searchLabel={t('invitations.search')}
      actions={useInvitationActions()}
      create={() => ({ path: newRecordPath('invitations'), label: t('invitations.new') })}
      empty={{ title: t('invitations.none.title'), text: t('invitations.none.text') }}
    />
  );
}

function InvitationPage({ id }: { id: string | null }) {
  const { t, i18n } = useTranslation('people');
  const navigate = useNavigate();
  const [invite] = useSend(InviteDocument);
  if (id !== null) return <NothingHere />;
  return (
    <RecordPage title={t('invitations.new')} list={{ path: listPath, label: t('invitations.title') }} facts={t('invitations.newText')}>
      <RecordForm
        isNew
        label={t('invitations.new')}
        rule={rule}
        cancelPath={listPath}
        values={{ email: '', language: languageCodes.find((language) => language === i18n.language) ?? 'en' }}
        fields={[
          { kind: 'email', name: 'email', label: t('invitations.email') },
          {
            kind: 'choice',
            name: 'language',
            label: t('invitations.language'),
            choices: languageCodes.map((value) => ({ value, label: languageName(value, i18n.language) })),
          },
        ]}
        submitLabel={t('invitations.send')}
        send={(values, idempotencyKey) => invite({ input: { ...values, idempotencyKey } })}
        onDone={async ({ invitation }) => {
          await navigate(listPath);
          if (invitation !== null) showDone(t('invitations.sent', { email: invitation.email }));
        }}
      />
    </RecordPage>
  );
}

export const invitationAdmin: AdminKind = { List: InvitationList, Form: InvitationPage };
