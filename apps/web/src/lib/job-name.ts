import type { TFunction } from 'i18next';

const kinds = {
  'send-mail': 'sendMail',
  'build-data-export': 'buildDataExport',
  'forget-data-exports': 'forgetDataExports',
  'purge-trash': 'purgeTrash',
  'reencode-old-pictures': 'reencodeOldPictures',
  'sweep-files': 'sweepFiles',
  'forget-idempotency-keys': 'forgetKeys',
  'forget-mail-links': 'forgetMailLinks',
  'forget-throttles': 'forgetThrottles',
  'forget-security-events': 'forgetSecurityEvents',
} as const;

const isKnown = (name: string): name is keyof typeof kinds => Object.hasOwn(kinds, name);

/** A kind of job as people call it; a newer one by the name that the server gives it. */
export const nameOfJob = (name: string, t: TFunction<'system'>): string => (isKnown(name) ? t(`jobs.kinds.${kinds[name]}`) : name);
