import { Button, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SignInForm } from '../features/session/sign-in-form.tsx';
import { session } from '../lib/session.ts';

/** The session ended under somebody's hands: they sign in again here, and what they typed is still behind this. */
export function SessionEndedDialog() {
  const { t } = useTranslation('account');
  return (
    <Modal opened onClose={() => session.forget()} withCloseButton={false} closeOnClickOutside={false} title={t('ended.title')}>
      <Stack gap="md">
        <Text c="dimmed">{t('ended.text')}</Text>
        <SignInForm />
        <Button variant="subtle" onClick={() => session.forget()}>
          {t('ended.leave')}
        </Button>
      </Stack>
    </Modal>
  );
}
