import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { readInTimeZone } from '../../lib/time-zone.ts';
import { startTranslations } from '../../lib/translations.ts';
import { nameOfField } from './field-name.ts';
import { shownValue } from './shown-value.ts';

describe('a field of the audit log', () => {
  let t: TFunction<'oversight'>;
  beforeAll(async () => {
    await startTranslations('fr');
    readInTimeZone('Europe/Paris');
    t = i18next.getFixedT('fr', 'oversight');
  });

  it('is called as people call it, and as the API does where there is no word for it yet', () => {
    expect(nameOfField('emailConfirmedAt', t)).toBe('Adresse confirmée');
    expect(nameOfField('somethingNew', t)).toBe('somethingNew');
  });

  it('says yes, no and moments in the reader’s language, and leaves words as they are', () => {
    expect(shownValue('isSuperuser', 'true', 'fr', t)).toBe('oui');
    expect(shownValue('title', 'true', 'fr', t)).toBe('true');
    expect(shownValue('publishedAt', '2026-11-27T09:05:00+00:00', 'fr', t)).toMatch(/27 novembre 2026.*10:05/);
    expect(shownValue('publishedAt', null, 'fr', t)).toBeNull();
    expect(shownValue('title', '2026-11-27', 'fr', t)).toBe('2026-11-27');
  });
});
