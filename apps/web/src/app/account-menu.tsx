import { Avatar, Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import { session } from '../lib/session.ts';
import { useAction } from '../ui/send.ts';

const AccountMenuUser = graphql(`
  fragment AccountMenu_user on User {
    id
    username
    profile {
      displayName
      avatar {
        id
        url
      }
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

export function AccountMenu({ user }: { user: FragmentType<typeof AccountMenuUser> }) {
  const { t } = useTranslation('shell');
  const { username, profile } = readFragment(AccountMenuUser, user);
  const [signOut] = useAction(SignOut);
  const navigate = useNavigate();

  const leave = async (): Promise<void> => {
    if ((await signOut({})) === null) return;
    await navigate('/');
    session.forget();
  };

  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton ml="xs" bdrs="xl">
          <VisuallyHidden>{t('account.menu', { name: profile.displayName })}</VisuallyHidden>
          <Avatar src={profile.avatar?.url ?? null} name={profile.displayName} color="pine" alt="" size={36} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)">
            {profile.displayName}
          </Text>
          {username}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} stroke={1.6} aria-hidden />} onClick={() => void leave()}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
