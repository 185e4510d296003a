import { expect } from 'vitest';
import type { ReadMail } from '../src/mail/mailbox.ts';
import type { School } from './harness.ts';

/** The newest mail to an address, as soon as it has come. */
export async function mailTo(school: School, address: string, subject: string): Promise<ReadMail> {
  const { mailbox } = school.services;
  if (mailbox === null) throw new Error('This school was opened without a mailbox.');
  let found: ReadMail | null = null;
  const look = async () => {
    const kept = (await mailbox.list()).find((mail) => mail.to.includes(address) && mail.subject === subject);
    found = kept === undefined ? null : await mailbox.read(kept.id);
    return found !== null;
  };
  await expect.poll(look, { timeout: 10_000, interval: 50 }).toBe(true);
  return found ?? (await mailTo(school, address, subject));
}

export const countOfMails = async (school: School, address: string): Promise<number> =>
  ((await school.services.mailbox?.list()) ?? []).filter((mail) => mail.to.includes(address)).length;

/** The address in a mail, and the secret behind its `#`. */
export function linkIn({ text }: ReadMail): { url: string; secret: string } {
  const url = /https?:\/\/\S+#[\w-]+/.exec(text)?.[0] ?? '';
  return { url, secret: url.split('#')[1] ?? '' };
}
