import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Services } from '../context.ts';
import type { JobRun } from '../kernel/jobs.ts';
import type { Say } from './mail-words.ts';

/** What a mail says, as plain text: its two forms are made of it in one place. */
export interface Letter {
  readonly to: string;
  /** The reader's name; null when it is not known. */
  readonly name: string | null;
  readonly language: string;
  readonly say: (say: Say) => {
    readonly subject: string;
    readonly paragraphs: readonly string[];
    readonly action?: { readonly label: string; readonly url: string };
    /** Below the action, smaller. */
    readonly notes?: readonly string[];
  };
}

/** A kind of mail. It is written when it is sent, so that no secret waits in a queue; null: there is nobody to write to. */
export interface LetterKind<Data extends object> {
  readonly name: string;
  readonly rule: z.ZodType<Data>;
  readonly write: (services: Services, data: Data, run: JobRun) => Promise<Letter | null>;
}

/** How any letter waits to be sent. */
export const waitingLetter = {
  name: 'send-mail',
  rule: z.object({ letter: z.string(), data: z.record(z.string(), z.unknown()) }),
};

/** Has a letter sent once the transaction of `em` has committed. One job a letter, so that none is sent twice because another failed. */
export async function sendLetter<Data extends object>(
  { em, services }: { em: EntityManager; services: Services },
  kind: LetterKind<Data>,
  data: Data,
): Promise<void> {
  await services.jobs.queue(em, waitingLetter, { letter: kind.name, data: kind.rule.parse(data) as Record<string, unknown> });
}
