import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeFragmentData } from '../gql/fragment-masking.ts';
import { SessionCredentials, SessionStore } from './session.ts';

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

const granted = (accessToken: string, minutes = 10, viewerId = 'ada') =>
  makeFragmentData(
    { accessToken, expiresAt: inMinutes(minutes), viewer: { id: viewerId, profile: { language: null, timeZone: null } } },
    SessionCredentials,
  );

describe('the session', () => {
  beforeEach(() => localStorage.clear());

  it('asks the server for nothing on behalf of a stranger', async () => {
    const refresh = vi.fn();
    const session = new SessionStore(refresh);
    await session.start();
    expect(refresh).not.toHaveBeenCalled();
    expect(await session.accessToken()).toBeNull();
  });

  it('takes up what an earlier visit left', async () => {
    localStorage.setItem('cursus.viewer', 'ada');
    const session = new SessionStore(async () => granted('one'));
    await session.start();
    expect(session.state()).toEqual({ status: 'signed-in', viewerId: 'ada' });
    expect(await session.accessToken()).toBe('one');
  });

  it('is known to have begun once the server has said whether it goes on, and at once for a stranger', async () => {
    localStorage.setItem('cursus.viewer', 'ada');
    const answer = Promise.withResolvers<ReturnType<typeof granted>>();
    const session = new SessionStore(() => answer.promise);
    const told: string[] = [];
    const waiting = session.started().then(() => told.push(session.state().status));
    void session.start();
    expect(told).toEqual([]);
    answer.resolve(granted('one'));
    await waiting;
    expect(told).toEqual(['signed-in']);

    localStorage.clear();
    const stranger = new SessionStore(async () => null);
    void stranger.start();
    await stranger.started();
    expect(stranger.state().status).toBe('signed-out');
  });

  it('asks once for a new token however many requests wait for it', async () => {
    const refresh = vi.fn(async () => granted('two'));
    const session = new SessionStore(refresh);
    session.begin(granted('one', 0.1));
    expect(await Promise.all([session.accessToken(), session.accessToken(), session.renew()])).toEqual(['two', 'two', 'two']);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('tells a session that the server ended from one that was left', async () => {
    const session = new SessionStore(async () => null);
    session.begin(granted('one'));
    expect(await session.renew()).toBeNull();
    expect(session.state()).toEqual({ status: 'ended', viewerId: 'ada' });
    session.forget();
    expect(session.state()).toEqual({ status: 'signed-out' });
  });

  it('goes on for who waits once the same person signs in again, and for nobody else', async () => {
    const store = () => {
      const session = new SessionStore(async () => null);
      session.begin(granted('one'));
      return session;
    };
    const [same, other, left] = [store(), store(), store()];
    const waiting = await Promise.all([same, other, left].map(async (session) => ({ token: (await session.renew(), session).resumed() })));
    same.begin(granted('two'));
    other.begin(granted('three', 10, 'grace'));
    left.forget();
    expect(await Promise.all(waiting.map(({ token }) => token))).toEqual(['two', null, null]);
    expect(await same.resumed()).toBeNull();
  });

  it('that ended leaves other tabs alone, and hears when somebody signs in again in one of them', async () => {
    const answers = [null, granted('two')];
    const session = new SessionStore(async () => answers.shift() ?? null);
    await session.start();
    session.begin(granted('one'));
    await session.renew();
    expect(localStorage.getItem('cursus.viewer')).toBe('ada');
    window.dispatchEvent(new StorageEvent('storage', { key: 'cursus.begun', newValue: '1' }));
    await vi.waitFor(() => expect(session.state()).toEqual({ status: 'signed-in', viewerId: 'ada' }));
  });

  it('stays when the server cannot be reached', async () => {
    const session = new SessionStore(() => Promise.reject(new TypeError('Failed to fetch')));
    session.begin(granted('one', 0.1));
    await expect(session.accessToken()).rejects.toThrow('Failed to fetch');
    expect(session.state().status).toBe('signed-in');
  });

  it('is left here too when another tab signs out', async () => {
    const session = new SessionStore(async () => null);
    await session.start();
    session.begin(granted('one'));
    window.dispatchEvent(new StorageEvent('storage', { key: 'cursus.viewer', newValue: null }));
    expect(session.state()).toEqual({ status: 'signed-out' });
  });
});
