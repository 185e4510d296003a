import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { readInTimeZone } from '../../lib/time-zone.ts';
import { startTranslations } from '../../lib/translations.ts';
import { nameOfField } from './field-name.ts';
import { logAreas, shownValue } from './shown-value.ts';

describe('a field of the audit log', () => {
  let t: TFunction<typeof logAreas>;
  const shown = (field: string, value: string | null) => shownValue(field, value, { language: 'fr', t });
  beforeAll(async () => {
    await startTranslations('fr');
    readInTimeZone('Europe/Paris');
    t = i18next.getFixedT('fr', logAreas);
  });

  it('is called as people call it, and as the API does where there is no word for it yet', () => {
    expect(nameOfField('emailConfirmedAt', t)).toBe('Adresse confirmée');
    expect(nameOfField('somethingNew', t)).toBe('somethingNew');
  });

  it('says yes, no and moments in the reader’s language, and leaves words as they are', () => {
    expect(shown('isSuperuser', 'true')).toBe('oui');
    expect(shown('title', 'true')).toBe('true');
    expect(shown('publishedAt', '2026-11-27T09:05:00+00:00')).toMatch(/27 novembre 2026.*10:05/);
    expect(shown('publishedAt', null)).toBeNull();
    expect(shown('title', '2026-11-27')).toBe('2026-11-27');
  });

  it('says what is chosen of few in the words of its form', () => {
    expect(shown('status', 'archived')).toBe('Archivé');
    expect(shown('language', 'en')).toBe('Anglais');
    expect(shown('kind', 'image')).toBe('Image');
    expect(shown('use', 'captions')).toBe('Sous-titres');
    expect(shown('permission', 'course.create')).toBe('Écrire des cours');
    expect(shown('scopes', '["catalog:read", "course:read"]')).toBe('Lire le catalogue\nLire les cours');
    expect(shown('outcomes', '["Lire une carte"]')).toBe('Lire une carte');
    expect(shown('outcomes', '[]')).toBeNull();
    expect(shown('endReason', 'signed_out')).toBe('Déconnexion');
    expect(shown('state', 'retry')).toBe('Sera retentée');
    expect(shown('password', 'changed')).toBe('un autre');
    expect(shown('host', 'youtube')).toBe('YouTube');
    expect(shown('size', '4200000')).toBe('4,2\u202fMo');
    expect(shown('device', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox sur Linux');
  });

  it('leaves what this version has no word for as it is, and a list that was cut', () => {
    expect(shown('status', 'in_review')).toBe('in_review');
    expect(shown('permission', 'rocket.launch')).toBe('rocket.launch');
    expect(shown('outcomes', '["Lire une car')).toBe('["Lire une car');
  });
});
