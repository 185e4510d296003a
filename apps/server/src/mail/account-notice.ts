import { z } from 'zod';
import type { LetterKind } from './letter.ts';
import type { Say } from './mail-words.ts';
import { type Reader, readerById } from './reader.ts';

/** `at`: when it happened, which may be long before the mail server takes the letter. */
const rule = z.object({ userId: z.string(), at: z.iso.datetime() });

/** What has just happened to an account, for a notice of it. */
export const happenedTo = (userId: string) => ({ userId, at: new Date().toISOString() });

/** A moment in the reader's own language and zone, which is named. */
const momentFor = ({ language, timeZone }: Reader, at: string): string =>
  new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(at));

/** Something happened to an account, and its owner is told, so that they can tell us if it was not they. */
function notice(
  name: string,
  page: string,
  words: (say: Say, username: string) => { subject: string; paragraphs: string[]; label: string },
) {
  const kind: LetterKind<z.output<typeof rule>> = {
    name,
    rule,
    write: async (services, { userId, at }) => {
      const reader = await readerById(services, userId);
      if (reader === null) return null;
      return {
        ...reader,
        say: (say) => {
          const { subject, paragraphs, label } = words(say, reader.username);
          const [what = '', ...rest] = paragraphs;
          const moment = say('layout.moment', { moment: momentFor(reader, at) });
          return { subject, paragraphs: [what, moment, ...rest], action: { label, url: `${services.env.PUBLIC_URL}${page}` } };
        },
      };
    },
  };
  return kind;
}

export const passwordChangedNotice = notice('password-changed', '/forgot-password', (say, username) => ({
  subject: say('passwordChanged.subject'),
  paragraphs: [say('passwordChanged.text', { username }), say('passwordChanged.notYou')],
  label: say('passwordChanged.action'),
}));

export const passwordSetNotice = notice('password-set', '/forgot-password', (say, username) => ({
  subject: say('passwordSet.subject'),
  paragraphs: [say('passwordSet.text', { username }), say('passwordSet.ask')],
  label: say('passwordSet.action'),
}));

export const dataExportReadyNotice = notice('data-export-ready', '/account/data', (say, username) => ({
  subject: say('dataExportReady.subject'),
  paragraphs: [say('dataExportReady.text', { username }), say('dataExportReady.limit')],
  label: say('dataExportReady.action'),
}));

export const secondFactorEnabledNotice = notice('second-factor-enabled', '/account/security', (say, username) => ({
  subject: say('secondFactorEnabled.subject'),
  paragraphs: [say('secondFactorEnabled.text', { username }), say('secondFactorEnabled.notYou')],
  label: say('secondFactorEnabled.action'),
}));

export const secondFactorDisabledNotice = notice('second-factor-disabled', '/account/security', (say, username) => ({
  subject: say('secondFactorDisabled.subject'),
  paragraphs: [say('secondFactorDisabled.text', { username }), say('secondFactorDisabled.notYou')],
  label: say('secondFactorDisabled.action'),
}));
