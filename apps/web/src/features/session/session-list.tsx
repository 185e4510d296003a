import { useApolloClient } from '@apollo/client/react';
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatAgo } from '../../lib/dates.ts';
import { confirm } from '../../ui/confirm.tsx';
import rows from '../../ui/fact-rows.module.css';
import { useAction } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';
import classes from './session-list.module.css';
import { useDeviceLabel } from './use-device-label.ts';

const SessionListSession = graphql(`
  fragment SessionList_session on Session {
    id
    device
    address
    lastSeenAt
    isCurrent
  }
`);

const EndSession = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      endedSessionId
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const EndOtherSessions = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      ended
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface SessionListProps {
  sessions: readonly FragmentType<typeof SessionListSession>[];
  /** Some of them are over. */
  onEnded: () => void;
}

/** Where somebody is signed in; each can be ended, but this one, which is left by signing out. */
export function SessionList({ sessions, onEnded }: SessionListProps) {
  const { t, i18n } = useTranslation('security');
  const labelOf = useDeviceLabel();
  const { cache } = useApolloClient();
  const [end, isEnding] = useAction(EndSession);
  const [endOthers, isEndingOthers] = useAction(EndOtherSessions);
  const shown = readFragment(SessionListSession, sessions);

  const endOne = async (id: string): Promise<void> => {
    if ((await end({ input: { id } })) === null) return;
    cache.evict({ id: cache.identify({ __typename: 'Session', id }) ?? '' });
    showDone(t('sessions.ended'));
    onEnded();
  };

  const endAllOthers = async (): Promise<void> => {
    const question = { title: t('sessions.askOthers'), confirmLabel: t('sessions.confirm'), cancelLabel: t('sessions.cancel') };
    if (!(await confirm({ ...question, children: t('sessions.askOthersText'), isDangerous: true }))) return;
    const payload = await endOthers({});
    if (payload === null) return;
    showDone(t('sessions.endedOthers', { count: payload.ended ?? 0 }));
    onEnded();
  };

  return (
    <Stack gap="md">
      <ul className={rows.list} aria-label={t('sessions.title')}>
        {shown.map(({ id, device, address, lastSeenAt, isCurrent }) => {
          const [label, ago] = [labelOf(device), formatAgo(lastSeenAt, i18n.language)];
          const Icon = /Mobile|iPhone|Android/.test(device) ? IconDeviceMobile : IconDeviceDesktop;
          return (
            <li key={id} className={rows.row}>
              <Icon size={22} stroke={1.5} aria-hidden className={classes.icon ?? ''} />
              <div className={rows.facts}>
                <Group gap="xs">
                  <Text fw={600}>{label}</Text>
                  {isCurrent && <Badge>{t('sessions.here')}</Badge>}
                </Group>
                <Text size="sm" c="dimmed">
                  {address} · {t('sessions.seen', { ago })}
                </Text>
              </div>
              {!isCurrent && (
                <Button
                  variant="default"
                  size="xs"
                  loading={isEnding}
                  onClick={() => void endOne(id)}
                  aria-label={t('sessions.endOf', { device: label, ago })}
                >
                  {t('sessions.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {shown.length > 1 && (
        <Group>
          <Button variant="default" loading={isEndingOthers} onClick={() => void endAllOthers()}>
            {t('sessions.endOthers')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
