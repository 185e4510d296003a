import type { TFunction } from 'i18next';

interface Act {
  readonly isBySystem: boolean;
  readonly actor: { readonly profile: { readonly displayName: string; readonly isFormerMember: boolean } } | null;
}

/** Who did it, in words: a person, one whose account was erased, or Cursus itself. */
export function nameOfActor({ actor, isBySystem }: Act, t: TFunction<'audit'>): string {
  if (isBySystem) return t('system');
  return actor === null || actor.profile.isFormerMember ? t('gone') : actor.profile.displayName;
}
