import { ServerError } from '@apollo/client/errors';
import { z } from 'zod';
import { nothingHere } from './failure.ts';
import { preflightHeader } from './graphql-request.ts';

const keptMailRule = z.object({ id: z.string(), at: z.string(), from: z.string(), to: z.string(), subject: z.string() });
export type KeptMail = z.output<typeof keptMailRule>;

const place = '/mailbox/mails';

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, init);
  if (response.status === 404) throw nothingHere;
  if (!response.ok) throw new ServerError(`The mailbox answered ${response.status}`, { response, bodyText: '' });
  return response;
}

/** The mails of an installation without a mail server, the newest first. Anywhere else there is nothing at this address. */
export const listMails = async (): Promise<KeptMail[]> => z.array(keptMailRule).parse(await (await ask(place)).json());

export const emptyMailbox = async (): Promise<void> => void (await ask(place, { method: 'DELETE', headers: preflightHeader }));

/** A mail as it looks: a document of its own, which may do nothing. */
export const mailAddress = (id: string): string => `${place}/${id}/html`;

export const hasMailbox = (): Promise<boolean> =>
  fetch(place, { method: 'HEAD' }).then(
    (response) => response.ok,
    () => false,
  );
