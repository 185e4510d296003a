import { Avatar, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import { MenuOnDemand } from '../ui/menu-on-demand.tsx';

const AccountMenuUser = graphql(`
  fragment AccountMenu_user on User {
    id
    profile {
      displayName
      avatar {
        id
        url
      }
    }
    ...AccountChoices_user
  }
`);

export function AccountMenu({ user }: { user: FragmentType<typeof AccountMenuUser> }) {
  const { t } = useTranslation('shell');
  const known = readFragment(AccountMenuUser, user);
  const { displayName, avatar } = known.profile;
  return (
    <MenuOnDemand
      load={async () => (await import('./account-choices.tsx')).AccountChoices}
      given={{ user: known }}
      target={
        <UnstyledButton ml="xs" bdrs="xl">
          <VisuallyHidden>{t('account.menu', { name: displayName })}</VisuallyHidden>
          <Avatar src={avatar?.url ?? null} name={displayName} color="pine" alt="" size={36} aria-hidden />
        </UnstyledButton>
      }
    />
  );
}
