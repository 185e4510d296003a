import { IconLockOpen, IconUserCancel, IconUserShield, IconUserX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { RecordNames } from '../../ui/admin/record-names.tsx';
import type { RecordAction } from '../../ui/admin/use-record-action.ts';
import { useRequest } from '../../ui/send.ts';

const SuspendUserDocument = graphql(`
  mutation SuspendUser($input: SuspendUserInput!) {
    suspendUser(input: $input) {
      user {
        id
        suspendedAt
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const ReinstateUserDocument = graphql(`
  mutation ReinstateUser($input: ReinstateUserInput!) {
    reinstateUser(input: $input) {
      user {
        id
        suspendedAt
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const SetSuperuserDocument = graphql(`
  mutation SetSuperuser($input: SetSuperuserInput!) {
    setSuperuser(input: $input) {
      user {
        id
        isSuperuser
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface UserRecord {
  id: string;
  isSuperuser: boolean | null;
  suspendedAt: string | null;
  viewerCanManage: boolean;
  viewerCanSuspend: boolean;
  viewerCanSetSuperuser: boolean;
  profile: { displayName: string };
}

const icon = { size: 18, stroke: 1.7, 'aria-hidden': true } as const;

/** What administrators can do with an account, or with many. */
export function useUserActions(): readonly RecordAction<UserRecord>[] {
  const { t } = useTranslation('people');
  const [suspend, reinstate, setSuperuser] = [
    useRequest(SuspendUserDocument),
    useRequest(ReinstateUserDocument),
    useRequest(SetSuperuserDocument),
  ];

  const action = (key: 'suspend' | 'reinstate' | 'raise' | 'lower') => ({
    key,
    label: t(`users.${key}.label`),
    question: (users: readonly UserRecord[]) => ({
      title: t(`users.${key}.title`, { count: users.length }),
      children: (
        <RecordNames records={users.map(({ id, profile }) => ({ id, title: profile.displayName }))}>{t(`users.${key}.text`)}</RecordNames>
      ),
    }),
    done: (count: number) => t(`users.${key}.done`, { count }),
  });

  return [
    {
      ...action('reinstate'),
      icon: <IconLockOpen {...icon} />,
      isFor: ({ suspendedAt, viewerCanManage }) => viewerCanManage && suspendedAt !== null,
      act: ({ id }) => reinstate({ input: { id } }),
    },
    {
      ...action('suspend'),
      icon: <IconUserCancel {...icon} />,
      isDangerous: true,
      isFor: ({ suspendedAt, viewerCanSuspend }) => viewerCanSuspend && suspendedAt === null,
      act: ({ id }) => suspend({ input: { id } }),
    },
    {
      ...action('raise'),
      icon: <IconUserShield {...icon} />,
      isFor: ({ isSuperuser, viewerCanSetSuperuser }) => viewerCanSetSuperuser && isSuperuser === false,
      act: ({ id }) => setSuperuser({ input: { id, isSuperuser: true } }),
    },
    {
      ...action('lower'),
      icon: <IconUserX {...icon} />,
      isFor: ({ isSuperuser, viewerCanSetSuperuser }) => viewerCanSetSuperuser && isSuperuser === true,
      act: ({ id }) => setSuperuser({ input: { id, isSuperuser: false } }),
    },
  ];
}
