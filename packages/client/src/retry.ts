import { ApiError, ConnectionError } from './errors.ts';

export interface RetryLimits {
  /** How often a request is sent again, at most. */
  readonly retries: number;
  /** Seconds: when the server asks for a longer wait, its refusal is thrown at once. */
  readonly maxWait: number;
}

const firstWait = 0.5;

/** Sends again what the server asks to send later, after the wait that it tells; `isRepeatable` says whether a second run does no harm. */
export async function withRetries<T>(send: () => Promise<T>, limits: RetryLimits, isRepeatable: boolean, signal?: AbortSignal): Promise<T> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await send();
    } catch (error) {
      const wait = waitBefore(error, tried, isRepeatable);
      if (wait === null || tried >= limits.retries || wait > limits.maxWait) throw error;
      await pause(wait, signal);
    }
  }
}

/** Seconds to wait; null when sending again is no use, or could do the same thing twice. */
function waitBefore(error: unknown, tried: number, isRepeatable: boolean): number | null {
  const growing = firstWait * 2 ** tried * (0.75 + Math.random() / 2);
  if (error instanceof ApiError) {
    // What is over the limit was refused before it ran: even a mutation may come again.
    if (error.code === 'RATE_LIMITED') return error.retryAfter ?? growing;
    return isRepeatable && error.code === 'UNAVAILABLE' ? (error.retryAfter ?? growing) : null;
  }
  if (!(error instanceof ConnectionError) || !isRepeatable) return null;
  const mayPass = error.status === null || [502, 503, 504].includes(error.status);
  return mayPass ? growing : null;
}

/** Seconds from now that a `Retry-After` header names, as a number or as a date. */
export function secondsOfRetryAfter(header: string | null, now = Date.now()): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1_000;
  return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}

async function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, seconds * 1_000);
    signal?.addEventListener('abort', abort, { once: true });
  });
}
