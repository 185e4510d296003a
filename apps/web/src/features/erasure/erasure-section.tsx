import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { EraseAccountForm } from './erase-account-form.tsx';
import { HandOverForm } from './hand-over-form.tsx';

const ErasureSectionUser = graphql(`
  fragment ErasureSection_user on User {
    id
    username
    erasurePreview {
      coursesToHandOver {
        id
        title
      }
      coursesDeleted
      contentsKept
      enrolments
      filesDeleted
      filesKept
      sessions
      tokens
      isLastAdministrator
    }
  }
`);

interface ErasureSectionProps {
  user: FragmentType<typeof ErasureSectionUser>;
  isOwn: boolean;
  /** Something of it was handed over. */
  onChanged: () => void;
  onErased: () => void;
}

/** What erasing the account does, all of it told; then, if nothing stands in the way, a form that does it. */
export function ErasureSection({ user, isOwn, onChanged, onErased }: ErasureSectionProps) {
  const { t } = useTranslation('mydata');
  const { id, username, erasurePreview: preview } = readFragment(ErasureSectionUser, user);
  const [isAsking, setAsking] = useState(false);
  if (preview === null || username === null) return null;
  const { coursesToHandOver, isLastAdministrator } = preview;
  const goes = (['coursesDeleted', 'enrolments', 'filesDeleted', 'tokens'] as const).filter((what) => preview[what] > 0);
  const stays = (['contentsKept', 'filesKept'] as const).filter((what) => preview[what] > 0);
  const isPossible = coursesToHandOver.length === 0 && !isLastAdministrator;
  return (
    <Stack gap="md">
      <div>
        <Text fw={600}>{t('erase.goes')}</Text>
        <List mt="xs">
          <List.Item>{t('erase.person')}</List.Item>
          <List.Item>{t('erase.sessions', { count: preview.sessions })}</List.Item>
          {goes.map((what) => (
            <List.Item key={what}>{t(`erase.${what}`, { count: preview[what] })}</List.Item>
          ))}
        </List>
      </div>
      <div>
        <Text fw={600}>{t('erase.stays')}</Text>
        <List mt="xs">
          {stays.map((what) => (
            <List.Item key={what}>{t(`erase.${what}`, { count: preview[what] })}</List.Item>
          ))}
          <List.Item>{t('erase.log')}</List.Item>
        </List>
      </div>
      {isLastAdministrator && (
        <Alert color="marigold" icon={<IconAlertTriangle aria-hidden />}>
          {t('erase.lastAdministrator')}
        </Alert>
      )}
      {coursesToHandOver.length > 0 && (
        <Alert color="marigold" icon={<IconAlertTriangle aria-hidden />} title={t('handOver.title', { count: coursesToHandOver.length })}>
          <Stack gap="md">
            {t('handOver.text')}
            {coursesToHandOver.map((course) => (
              <HandOverForm key={course.id} course={course} onDone={onChanged} />
            ))}
          </Stack>
        </Alert>
      )}
      {isPossible && !isAsking && (
        <Group>
          <Button color="red" variant="light" onClick={() => setAsking(true)}>
            {t('erase.begin')}
          </Button>
        </Group>
      )}
      {isPossible && isAsking && (
        <EraseAccountForm userId={id} username={username} isOwn={isOwn} onErased={onErased} onCancel={() => setAsking(false)} />
      )}
    </Stack>
  );
}
