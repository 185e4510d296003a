import { ApiError, RefusedError, type UserErrorBody } from './errors.ts';

interface Payload {
  readonly userErrors: readonly UserErrorBody[];
}

/** The payload of a mutation that changed what it should; throws a `RefusedError` for one that lists user errors. */
export function requireAccepted<P extends Payload>(payload: P | null | undefined): P {
  if (payload === null || payload === undefined) throw new ApiError([{ message: 'The mutation has no payload.' }]);
  if (payload.userErrors.length > 0) throw new RefusedError(payload.userErrors);
  return payload;
}
