import { Anchor, Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { adminListPath, recordPath } from '../../lib/admin-paths.ts';
import { formatMoment } from '../../lib/dates.ts';
import { nameOfActor } from './actor-name.ts';
import { placeOfKind } from './record-kinds.ts';

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

/** Who did it, when, to what; the ways to the record and to the rest of its history. */
export function EntryFacts({ entry }: { entry: FragmentType<typeof EntryFactsEntry> }) {
  const { t, i18n } = useTranslation('oversight');
  const { at, action, kind, recordId, isBySystem, actor } = readFragment(EntryFactsEntry, entry);
  const place = placeOfKind[kind];
  const name = nameOfActor({ actor, isBySystem }, t);
  return (
    <>
      <Badge variant="light">{t(`audit.actions.${action}`)}</Badge>
      <Text size="sm">{t(`audit.kinds.${kind}`)}</Text>
      <Text size="sm">{name}</Text>
      <Text size="sm" c="dimmed">
        {formatMoment(at, i18n.language)}
      </Text>
      {recordId !== null && (
        <Anchor component={Link} size="sm" to={`${adminListPath('auditEntries')}?record=${encodeURIComponent(recordId)}`}>
          {t('audit.history')}
        </Anchor>
      )}
      {actor !== null && (
        <Anchor component={Link} size="sm" to={`${adminListPath('auditEntries')}?actor=${encodeURIComponent(actor.id)}`}>
          {t('audit.ofActor', { name })}
        </Anchor>
      )}
      {recordId !== null && place !== null && (
        <Anchor component={Link} size="sm" to={recordPath(place, recordId)}>
          {t('audit.open')}
        </Anchor>
      )}
    </>
  );
}
