import { Anchor, Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { adminListPath, recordHistoryPath, recordPath } from '../../lib/admin-paths.ts';
import { formatMoment } from '../../lib/dates.ts';
import { nameOfActor } from './actor-name.ts';
import { actionColors } from './action-colors.ts';
import { placeFor, RecordPlacesViewer } from './record-kinds.ts';

const EntryFactsEntry = graphql(`
  fragment EntryFacts_entry on AuditEntry {
    id
    at
    action
    kind
    recordId
    isBySystem
    actor {
      id
      profile {
        displayName
        isFormerMember
      }
    }
  }
`);

interface EntryFactsProps {
  entry: FragmentType<typeof EntryFactsEntry>;
  viewer: FragmentType<typeof RecordPlacesViewer> | null;
}

/** Who did it, when, to what; the ways to the record and to the rest of its history. */
export function EntryFacts({ entry, viewer: viewerRef }: EntryFactsProps) {
  const { t, i18n } = useTranslation('audit');
  const { at, action, kind, recordId, isBySystem, actor } = readFragment(EntryFactsEntry, entry);
  const viewer = readFragment(RecordPlacesViewer, viewerRef);
  const place = viewer && placeFor(kind, viewer);
  const name = nameOfActor({ actor, isBySystem }, t);
  return (
    <>
      <Badge color={actionColors[action]}>{t(`actions.${action}`)}</Badge>
      <Text size="sm">{t(`kinds.${kind}`)}</Text>
      <Text size="sm">{name}</Text>
      <Text size="sm" c="dimmed">
        {formatMoment(at, i18n.language)}
      </Text>
      {recordId !== null && (
        <Anchor component={Link} size="sm" to={recordHistoryPath(recordId)}>
          {t('history')}
        </Anchor>
      )}
      {actor !== null && (
        <Anchor component={Link} size="sm" to={`${adminListPath('auditEntries')}?actor=${encodeURIComponent(actor.id)}`}>
          {t('ofActor', { name })}
        </Anchor>
      )}
      {recordId !== null && place !== null && (
        <Anchor component={Link} size="sm" to={recordPath(place, recordId)}>
          {t('open')}
        </Anchor>
      )}
    </>
  );
}
