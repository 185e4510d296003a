import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dropTick, followTicks, holdTicks, keepTick, waitingTicks } from './waiting-ticks.ts';

describe('ticks that wait for a connection', () => {
  beforeEach(() => localStorage.clear());

  it('belong to one person, and outlive the page', () => {
    keepTick('ada', 'c', { isDone: true, isHeld: false });
    expect(waitingTicks('ada')).toEqual({ c: { isDone: true, isHeld: false } });
    expect(waitingTicks('grace')).toEqual({});
    expect(waitingTicks(null)).toEqual({});
    expect(localStorage.getItem('cursus.ticks.ada')).toContain('"c"');
  });

  it('are the last that was said of a content, and go when that is confirmed', () => {
    keepTick('ada', 'c', { isDone: true, isHeld: false });
    keepTick('ada', 'c', { isDone: false, isHeld: false });
    dropTick('ada', 'c', true);
    expect(waitingTicks('ada')).toEqual({ c: { isDone: false, isHeld: false } });
    dropTick('ada', 'c', false);
    expect(waitingTicks('ada')).toEqual({});
    expect(localStorage.length).toBe(0);
  });

  it('say that they wait when no answer came, and tell whoever follows them', () => {
    const listener = vi.fn();
    const stop = followTicks(listener);
    keepTick('ada', 'c', { isDone: true, isHeld: false });
    holdTicks('ada');
    holdTicks('grace');
    expect(waitingTicks('ada')).toEqual({ c: { isDone: true, isHeld: true } });
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
  });
});
