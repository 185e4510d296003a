import { useTranslation } from 'react-i18next';
import type { Mistake } from '../lib/user-error.ts';

/** A mistake in a person's words: the field's own ones where the catalogue has them, else those of the code. */
export function MistakeMessage({ mistake: { code, limit, field } }: { mistake: Mistake }) {
  const { t, i18n } = useTranslation('errors');
  // 'modules.0.title' is told as a title.
  const own = `field.${field?.split('.').findLast((step) => !/^\d+$/.test(step)) ?? ''}.${code}`;
  const general = t(`mistake.${code}`, { count: limit ?? 0 });
  return i18n.exists(own, { ns: 'errors' }) ? t(own, { defaultValue: general, count: limit ?? 0 }) : general;
}
