import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import classes from './field-changes.module.css';
import { nameOfField } from './field-name.ts';
import { shownValue } from './shown-value.ts';

const FieldChangesEntry = graphql(`
  fragment FieldChanges_entry on AuditEntry {
    id
    changes {
      field
      before
      after
      beforeName
      afterName
    }
  }
`);

/** The fields of an entry, before and after side by side; on a phone one below the other. */
export function FieldChanges({ entry }: { entry: FragmentType<typeof FieldChangesEntry> }) {
  const { t, i18n } = useTranslation('oversight');
  const { changes } = readFragment(FieldChangesEntry, entry);
  if (changes.length === 0) return <Text c="dimmed">{t('audit.nothingToSee')}</Text>;
  return (
    <table className={classes.changes} aria-label={t('audit.fields')}>
      <thead>
        <tr>
          <th scope="col">{t('audit.field')}</th>
          <th scope="col">{t('audit.before')}</th>
          <th scope="col">{t('audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after, beforeName, afterName }) => (
          <tr key={field}>
            <th scope="row">{nameOfField(field, t)}</th>
            <td data-label={t('audit.before')}>
              <Value value={beforeName ?? shownValue(field, before, i18n.language, t)} className={classes.before} />
            </td>
            <td data-label={t('audit.after')}>
              <Value value={afterName ?? shownValue(field, after, i18n.language, t)} className={classes.after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ value, className }: { value: string | null; className: string | undefined }) {
  const { t } = useTranslation('oversight');
  return value === null || value === '' ? <Text c="dimmed">{t('audit.empty')}</Text> : <div className={className}>{value}</div>;
}
