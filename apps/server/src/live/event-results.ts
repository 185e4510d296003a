import type { ExecutionResult } from 'graphql';
import { ErrorCode } from '../kernel/errors.ts';
import type { EventQueue } from '../kernel/event-queue.ts';

/** After these there is nothing more to come for this viewer. Anything else may pass. */
const final: ReadonlySet<unknown> = new Set([ErrorCode.UNAUTHENTICATED, ErrorCode.FORBIDDEN, ErrorCode.NOT_FOUND, ErrorCode.RATE_LIMITED]);

const isFinal = ({ data, errors = [] }: ExecutionResult): boolean =>
  (data === null || data === undefined) && errors.some(({ extensions }) => final.has(extensions['code']));

/** The result of each event, in their order; the result that tells of a right that was lost is the last. */
export function resultsOf<Event>(
  events: EventQueue<Event>,
  resultOf: (event: Event) => Promise<ExecutionResult>,
): AsyncGenerator<ExecutionResult, undefined, undefined> {
  return {
    next: async () => {
      const next = await events.next();
      if (next.done === true) return next;
      const value = await resultOf(next.value);
      if (isFinal(value)) await events.return();
      return { value, done: false };
    },
    return: () => events.return(),
    throw: (error) => events.throw(error),
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => {
      await events.return();
    },
  };
}
