import type { Services } from '../context.ts';
import { defineJob, type JobRun } from '../kernel/jobs.ts';
import { formsOf } from './letter-layout.ts';
import { type Letter, type LetterKind, waitingLetter } from './letter.ts';

/** Fifty hours of a mail server that is down lose nothing. */
const retries = { limit: 210, delaySeconds: 2, longestDelaySeconds: 900 };

/** A kind without the type of its data, as a list of all kinds holds it. */
export interface AnyLetterKind {
  readonly name: string;
  readonly rule: LetterKind<object>['rule'];
  write(services: Services, data: object, run: JobRun): Promise<Letter | null>;
}

/** Writes a letter and hands it to the mail server. What the server has taken is not sent again; what it has not is tried until it has. */
export function sendMailJob(kinds: readonly AnyLetterKind[]) {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  return defineJob({
    ...waitingLetter,
    retries,
    longestSeconds: 120,
    run: async (services: Services, { letter: name, data }, run) => {
      const kind = byName.get(name);
      if (kind === undefined) throw new Error(`No letter is called ${name}.`);
      const letter = await kind.write(services, kind.rule.parse(data), run);
      if (letter === null) return;
      await services.mailer.send({ to: letter.to, ...formsOf(letter, services.env.PUBLIC_URL), id: run.id });
    },
  });
}
