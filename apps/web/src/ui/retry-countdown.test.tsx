import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { MantineProvider } from '@mantine/core';
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTranslations } from '../lib/translations.ts';
import { RetryCountdown } from './retry-countdown.tsx';

const waiting = (retryAfterSeconds?: number) =>
  new CombinedGraphQLErrors({ data: null, errors: [{ message: 'Slow', extensions: { code: 'RATE_LIMITED', retryAfterSeconds } }] });

const passSeconds = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 1_000));
const told = () => screen.getByRole('timer').textContent;

function count(error: unknown) {
  const onRetry = vi.fn();
  const shown = (each: unknown) => (
    <MantineProvider>
      <RetryCountdown error={each} onRetry={onRetry} />
    </MantineProvider>
  );
  const { rerender, unmount } = render(shown(error));
  return { onRetry, another: (next: unknown) => rerender(shown(next)), unmount };
}

describe('the wait before another try', () => {
  beforeAll(() => startTranslations('en'));
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('is counted down, then one try is made; another refusal is counted anew', async () => {
    const { onRetry, another } = count(waiting(3));
    expect(told()).toBe('Next try in 3 seconds');
    await passSeconds(2);
    expect([told(), onRetry.mock.calls.length]).toEqual(['Next try in 1 second', 0]);
    await passSeconds(1);
    expect([told(), onRetry.mock.calls.length]).toEqual(['Trying again…', 1]);
    await passSeconds(60);
    expect(onRetry).toHaveBeenCalledTimes(1);
    another(waiting(2));
    await passSeconds(2);
    expect(onRetry).toHaveBeenCalledTimes(2);
  });

  it('lasts until somebody looks, and ends with the page', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const { onRetry, another, unmount } = count(waiting(2));
    await passSeconds(10);
    expect(onRetry).not.toHaveBeenCalled();
    hidden.mockReturnValue(false);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(onRetry).toHaveBeenCalledTimes(1);
    another(waiting());
    unmount();
    await passSeconds(60);
    expect(onRetry).toHaveBeenCalledTimes(1);
  });
});
