import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import { MenuOnDemand } from '../ui/menu-on-demand.tsx';
import { PersonAvatar } from '../ui/person-avatar.tsx';

const AccountMenuUser = graphql(`
  fragment AccountMenu_user on User {
    id
    profile {
      displayName
      ...PersonAvatar_profile
    }
    ...AccountChoices_user
  }
`);

export function AccountMenu({ user }: { user: FragmentType<typeof AccountMenuUser> }) {
  const { t } = useTranslation('shell');
  const known = readFragment(AccountMenuUser, user);
  const { displayName } = known.profile;
  return (
    <MenuOnDemand
      load={async () => (await import('./account-choices.tsx')).AccountChoices}
      given={{ user: known }}
      target={
        <UnstyledButton ml="xs" bdrs="xl">
          <VisuallyHidden>{t('account.menu', { name: displayName })}</VisuallyHidden>
          <PersonAvatar profile={known.profile} size={36} />
        </UnstyledButton>
      }
    />
  );
}
