import type { TFunction } from 'i18next';

interface Act {
  readonly isBySystem: boolean;
  readonly actor: { readonly profile: { readonly displayName: string; readonly isFormerMember: boolean } } | null;
}

/** Who did it, in words: a person, one whose account was erased, or Cursus itself. */
export function nameOfActor({ actor, isBySystem }: Act, t: TFunction<'oversight'>): string {
  if (isBySystem) return t('audit.system');
  return actor === null || actor.profile.isFormerMember ? t('audit.gone') : actor.profile.displayName;
}
