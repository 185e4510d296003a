import { Anchor, Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { adminListPath, recordHistoryPath, recordPath } from '../../lib/admin-paths.ts';
import { formatMoment } from '../../lib/dates.ts';
import { nameOfActor } from './actor-name.ts';
import { actionColors } from './action-colors.ts';
import { isOpenTo, placeOfKind } from './record-kinds.ts';

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

const EntryFactsViewer = graphql(`
  fragment EntryFacts_viewer on User {
    id
    viewerCanManageUsers
    viewerCanManageGroups
    viewerCanManageSubjects
    viewerCanReadAnyCourse
  }
`);

interface EntryFactsProps {
  entry: FragmentType<typeof EntryFactsEntry>;
  viewer: FragmentType<typeof EntryFactsViewer> | null;
}

/** Who did it, when, to what; the ways to the record and to the rest of its history. */
export function EntryFacts({ entry, viewer: viewerRef }: EntryFactsProps) {
  const { t, i18n } = useTranslation('oversight');
  const { at, action, kind, recordId, isBySystem, actor } = readFragment(EntryFactsEntry, entry);
  const viewer = readFragment(EntryFactsViewer, viewerRef);
  const place = placeOfKind[kind];
  const isOpen = viewer !== null && place !== null && isOpenTo(place, viewer);
  const name = nameOfActor({ actor, isBySystem }, t);
  return (
    <>
      <Badge color={actionColors[action]}>{t(`audit.actions.${action}`)}</Badge>
      <Text size="sm">{t(`audit.kinds.${kind}`)}</Text>
      <Text size="sm">{name}</Text>
      <Text size="sm" c="dimmed">
        {formatMoment(at, i18n.language)}
      </Text>
      {recordId !== null && (
        <Anchor component={Link} size="sm" to={recordHistoryPath(recordId)}>
          {t('audit.history')}
        </Anchor>
      )}
      {actor !== null && (
        <Anchor component={Link} size="sm" to={`${adminListPath('auditEntries')}?actor=${encodeURIComponent(actor.id)}`}>
          {t('audit.ofActor', { name })}
        </Anchor>
      )}
      {recordId !== null && isOpen && (
        <Anchor component={Link} size="sm" to={recordPath(place, recordId)}>
          {t('audit.open')}
        </Anchor>
      )}
    </>
  );
}
