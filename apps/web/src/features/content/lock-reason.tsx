import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatMoment } from '../../lib/dates.ts';

export const LockReasonLock = graphql(`
  fragment LockReason_lock on ViewerLock {
    afterModules {
      id
      title
    }
    availableFrom
  }
`);

/** Why a student may not read something yet, in words and in their own time zone: everything that it waits for. */
export function LockReason({ lock: ref }: { lock: FragmentType<typeof LockReasonLock> }) {
  const { t, i18n } = useTranslation('learning');
  const { afterModules, availableFrom } = readFragment(LockReasonLock, ref);
  const reasons = [
    ...afterModules.map(({ title }) => t('lock.after', { title })),
    ...(availableFrom === null ? [] : [t('lock.from', { moment: formatMoment(availableFrom, i18n.language) })]),
  ];
  return <>{reasons.join(' ')}</>;
}
