import { Menu, Text } from '@mantine/core';
import { IconLogout, IconShieldCog, IconUserCog } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import { adminPath } from '../lib/admin-paths.ts';
import { countCopies, deleteCopies } from '../lib/copy-places.ts';
import { session } from '../lib/session.ts';
import { mayLeaveWork } from '../lib/unsaved-work.ts';
import { confirm } from '../ui/confirm.tsx';
import type { MenuTarget } from '../ui/menu-on-demand.tsx';
import { OpenedMenu } from '../ui/opened-menu.tsx';
import { useAction } from '../ui/send.ts';

const AccountChoicesUser = graphql(`
  fragment AccountChoices_user on User {
    id
    username
    viewerCanAdminister
    profile {
      displayName
    }
  }
`);

const SignOut = graphql(`
  mutation SignOut {
    signOut {
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface AccountChoicesProps extends MenuTarget {
  user: FragmentType<typeof AccountChoicesUser>;
}

export function AccountChoices({ user, target }: AccountChoicesProps) {
  const { t } = useTranslation('shell');
  const { id, username, viewerCanAdminister, profile } = readFragment(AccountChoicesUser, user);
  const [signOut] = useAction(SignOut);
  const navigate = useNavigate();

  /** What the server has not got stays on this device for a crash, not for whoever sits here next. */
  const mayBeDeleted = async (): Promise<boolean> => {
    const count = countCopies(id);
    return (
      count === 0 ||
      confirm({
        title: t('account.left.title'),
        children: t('account.left.text', { count }),
        confirmLabel: t('account.left.delete'),
        cancelLabel: t('account.left.stay'),
        isDangerous: true,
      })
    );
  };

  const leave = async (): Promise<void> => {
    if (!(await mayLeaveWork())) return;
    await navigate('/');
    if (!(await mayBeDeleted()) || (await signOut({})) === null) return;
    deleteCopies(id);
    session.forget();
  };

  return (
    <OpenedMenu target={target} width={220}>
      <Menu.Label>
        <Text size="sm" fw={600} c="var(--mantine-color-text)">
          {profile.displayName}
        </Text>
        {username}
      </Menu.Label>
      <Menu.Divider />
      <Menu.Item component={Link} to="/account" leftSection={<IconUserCog size={18} stroke={1.6} aria-hidden />}>
        {t('account.own')}
      </Menu.Item>
      {viewerCanAdminister && (
        <Menu.Item component={Link} to={adminPath} leftSection={<IconShieldCog size={18} stroke={1.6} aria-hidden />}>
          {t('account.administration')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconLogout size={18} stroke={1.6} aria-hidden />} onClick={() => void leave()}>
        {t('account.signOut')}
      </Menu.Item>
    </OpenedMenu>
  );
}
