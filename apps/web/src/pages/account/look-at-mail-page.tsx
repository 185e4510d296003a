import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { hasMailbox } from '../../lib/mailbox.ts';
import { AccountPanel } from './account-panel.tsx';

/** The second of four: look at your mail. Where mails stay on this machine, it says where. */
export function LookAtMailPage() {
  const { t } = useTranslation('security');
  const [isMailboxHere, setMailboxHere] = useState(false);
  useEffect(() => {
    let isShown = true;
    void hasMailbox().then((has) => isShown && setMailboxHere(has));
    return () => {
      isShown = false;
    };
  }, []);
  return (
    <AccountPanel
      title={t('forgot.sentTitle')}
      lead={t('forgot.sentLead')}
      aside={
        <Anchor component={Link} to="/forgot-password" fw={600}>
          {t('forgot.again')}
        </Anchor>
      }
    >
      <Stack gap="md" align="flex-start">
        <Text>{t('forgot.sentText')}</Text>
        {isMailboxHere && (
          <>
            <Text c="dimmed">{t('forgot.mailbox')}</Text>
            <Button component={Link} to="/mailbox" variant="default" leftSection={<IconMailOpened size={18} aria-hidden />}>
              {t('forgot.toMailbox')}
            </Button>
          </>
        )}
      </Stack>
    </AccountPanel>
  );
}
