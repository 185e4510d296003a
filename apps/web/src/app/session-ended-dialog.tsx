import { Alert, Button, Modal, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInForm } from '../features/session/sign-in-form.tsx';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { session, SessionCredentials } from '../lib/session.ts';
import { useReturnedFocus } from '../ui/use-returned-focus.ts';

/** The session ended under somebody's hands: they sign in again here, and what they typed is still behind this. */
export function SessionEndedDialog() {
  const { t } = useTranslation('account');
  const [other, setOther] = useState<FragmentType<typeof SessionCredentials> | null>(null);
  useReturnedFocus();

  const begin = (granted: FragmentType<typeof SessionCredentials>): void => {
    const state = session.state();
    const { viewer } = readFragment(SessionCredentials, granted);
    if (state.status === 'ended' && state.viewerId !== viewer.id) setOther(granted);
    else session.begin(granted);
  };

  return (
    <Modal opened onClose={() => session.forget()} withCloseButton={false} closeOnClickOutside={false} title={t('ended.title')}>
      <Stack gap="md">
        {other === null ? (
          <Text c="dimmed">{t('ended.text')}</Text>
        ) : (
          <Alert icon={<IconInfoCircle aria-hidden />} color="marigold" role="alert" title={t('ended.otherTitle')}>
            <Stack gap="sm" align="flex-start">
              {t('ended.otherText')}
              <Button variant="default" size="sm" onClick={() => session.begin(other)}>
                {t('ended.otherGoOn')}
              </Button>
            </Stack>
          </Alert>
        )}
        <SignInForm begin={begin} />
        <Button variant="subtle" onClick={() => session.forget()}>
          {t('ended.leave')}
        </Button>
      </Stack>
    </Modal>
  );
}
