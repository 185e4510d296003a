import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface UserFacts {
  isSuperuser: boolean | null;
  isEmailConfirmed: boolean | null;
  suspendedAt: string | null;
}

/** What is particular about an account, each in a word: nothing where all is as usual. */
export function useUserState(): (user: UserFacts) => readonly { text: string; color: string }[] {
  const { t } = useTranslation('people');
  return ({ isSuperuser, isEmailConfirmed, suspendedAt }) => [
    ...(suspendedAt === null ? [] : [{ text: t('users.state.suspended'), color: 'red' }]),
    ...(isSuperuser === true ? [{ text: t('users.state.superuser'), color: 'marigold' }] : []),
    ...(isEmailConfirmed === false ? [{ text: t('users.state.unconfirmed'), color: 'gray' }] : []),
  ];
}

export function UserState({ user }: { user: UserFacts }) {
  const state = useUserState()(user);
  if (state.length === 0) return null;
  return (
    <Group gap={6}>
      {state.map(({ text, color }) => (
        <Badge key={text} color={color}>
          {text}
        </Badge>
      ))}
    </Group>
  );
}
