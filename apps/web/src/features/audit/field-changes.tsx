import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { FieldChanges_EntryFragment, RecordPlaces_ViewerFragment } from '../../gql/graphql.ts';
import { recordPath } from '../../lib/admin-paths.ts';
import classes from './field-changes.module.css';
import { nameOfField } from './field-name.ts';
import { placeFor, RecordPlacesViewer } from './record-kinds.ts';
import { logAreas, shownValue } from './shown-value.ts';

const FieldChangesEntry = graphql(`
  fragment FieldChanges_entry on AuditEntry {
    id
    changes {
      field
      kind
      before
      after
      beforeName
      afterName
    }
  }
`);

interface FieldChangesProps {
  entry: FragmentType<typeof FieldChangesEntry>;
  viewer: FragmentType<typeof RecordPlacesViewer> | null;
}

/** The fields of an entry, before and after side by side; on a phone one below the other. */
export function FieldChanges({ entry, viewer: viewerRef }: FieldChangesProps) {
  const { t } = useTranslation('audit');
  const { changes } = readFragment(FieldChangesEntry, entry);
  const viewer = readFragment(RecordPlacesViewer, viewerRef);
  if (changes.length === 0) return <Text c="dimmed">{t('nothingToSee')}</Text>;
  return (
    <table className={classes.changes} aria-label={t('fields')}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, kind, before, after, beforeName, afterName }) => {
          const of = { field, kind, viewer };
          return (
            <tr key={field}>
              <th scope="row">{nameOfField(field, t)}</th>
              <td data-label={t('before')}>
                <Value {...of} value={before} name={beforeName} className={classes.before} />
              </td>
              <td data-label={t('after')}>
                <Value {...of} value={after} name={afterName} className={classes.after} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type Change = FieldChanges_EntryFragment['changes'][number];

interface ValueProps extends Pick<Change, 'field' | 'kind'> {
  viewer: RecordPlaces_ViewerFragment | null;
  value: string | null;
  /** What the record is called that the value names. */
  name: string | null;
  className: string | undefined;
}

function Value({ field, kind, viewer, value, name, className }: ValueProps) {
  const { t, i18n } = useTranslation(logAreas);
  if (kind !== null && value !== null) {
    if (name === null) return <Text c="dimmed">{t(kind === 'USER' ? 'gone' : 'goneRecord')}</Text>;
    const place = viewer && placeFor(kind, viewer);
    return (
      <div className={className}>
        {place === null ? (
          name
        ) : (
          <Anchor component={Link} inherit to={recordPath(place, value)}>
            {name}
          </Anchor>
        )}
      </div>
    );
  }
  const shown = shownValue(field, value, { language: i18n.language, t });
  return shown === null ? <Text c="dimmed">{t('empty')}</Text> : <div className={className}>{shown}</div>;
}
