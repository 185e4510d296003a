import { Button, Text } from '@mantine/core';
import { IconMailOff, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRecent } from '../../lib/dates.ts';
import { emptyMailbox, type KeptMail, listMails, mailAddress } from '../../lib/mailbox.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailurePage } from '../../ui/failure-page.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeletons.tsx';
import { showFailure } from '../../ui/toast.tsx';
import classes from './mailbox-page.module.css';

const everyMs = 3_000;

interface Found {
  mails: KeptMail[] | null;
  error: Error | null;
}

/** Looks again and again: a mail comes a moment after what sent it. */
function useMails() {
  const [found, setFound] = useState<Found>({ mails: null, error: null });
  const look = (): Promise<void> =>
    listMails().then(
      (mails) => setFound({ mails, error: null }),
      (error: Error) => setFound((known) => (known.mails === null ? { mails: null, error } : known)),
    );
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), everyMs);
    return () => clearInterval(timer);
  }, []);
  return { ...found, look };
}

/** What this installation has sent, while it has no mail server. */
export function MailboxPage() {
  const { t, i18n } = useTranslation('mailbox');
  const { mails, error, look } = useMails();
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = mails?.find(({ id }) => id === chosen) ?? mails?.[0];
  const clear = (): void => void emptyMailbox().then(look, showFailure);

  if (error !== null) return <FailurePage error={error} onRetry={() => void look()} />;
  if (mails === null) return <PageSkeleton />;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Button variant="default" leftSection={<IconRefresh size={18} aria-hidden />} onClick={() => void look()}>
            {t('refresh')}
          </Button>
          {mails.length > 0 && (
            <Button variant="subtle" color="red" onClick={clear}>
              {t('clear')}
            </Button>
          )}
        </>
      }
    >
      {shown === undefined ? (
        <EmptyState icon={IconMailOff} title={t('empty')}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <div className={classes.panes}>
          <ul aria-label={t('list')} className={classes.list}>
            {mails.map(({ id, subject, to, at }) => (
              <li key={id}>
                <button type="button" className={classes.mail} aria-current={id === shown.id || undefined} onClick={() => setChosen(id)}>
                  <Text component="span" fw={600} size="sm" display="block">
                    {subject}
                  </Text>
                  <Text component="span" size="xs" c="dimmed" display="block">
                    {t('to', { to })} · {formatRecent(at, i18n.language)}
                  </Text>
                </button>
              </li>
            ))}
          </ul>
          <iframe
            title={t('content')}
            src={mailAddress(shown.id)}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            className={classes.content}
          />
        </div>
      )}
    </Page>
  );
}
