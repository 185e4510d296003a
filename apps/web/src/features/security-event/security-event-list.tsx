import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatRecent } from '../../lib/dates.ts';
import classes from './security-event-list.module.css';

const SecurityEventListEvent = graphql(`
  fragment SecurityEventList_event on SecurityEvent {
    kind
    at
    address
    device
  }
`);

const alarming: ReadonlySet<string> = new Set(['SIGN_IN_FAILED', 'TOKEN_REUSED']);

interface SecurityEventListProps {
  events: readonly FragmentType<typeof SecurityEventListEvent>[];
  /** A User-Agent in a person's words. */
  labelOf: (device: string) => string;
}

/** What happened to an account, the newest first. */
export function SecurityEventList({ events, labelOf }: SecurityEventListProps) {
  const { t, i18n } = useTranslation('security');
  return (
    <ol className={classes.list} aria-label={t('events.title')}>
      {readFragment(SecurityEventListEvent, events).map(({ kind, at, address, device }) => (
        <li key={`${at} ${kind}`} className={classes.row} data-alarming={alarming.has(kind) || undefined}>
          <Text component="time" dateTime={at} size="sm" c="dimmed" className={classes.time ?? ''}>
            {formatRecent(at, i18n.language)}
          </Text>
          <div className={classes.facts}>
            <Text fw={600} size="sm">
              {t(`events.kind.${kind}`)}
            </Text>
            {address !== '' && (
              <Text size="sm" c="dimmed">
                {t('events.from', { address, device: labelOf(device) })}
              </Text>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
