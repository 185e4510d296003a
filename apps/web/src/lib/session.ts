import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { requestGraphql } from './graphql-request.ts';
import { readAs } from './reader.ts';

export const SessionCredentials = graphql(`
  fragment Session_credentials on Credentials {
    accessToken
    expiresAt
    viewer {
      id
      profile {
        language
        timeZone
      }
    }
  }
`);

const RefreshSession = graphql(`
  mutation RefreshSession {
    refreshSession {
      credentials {
        ...Session_credentials
      }
    }
  }
`);

/** `ended`: someone was signed in here and the server no longer knows the session; what they typed is still on the page. */
export type SessionState = { status: 'signed-out' } | { status: 'signed-in' | 'ended'; viewerId: string };

const storageKey = 'cursus.viewer';
/** Written at each beginning, so that tabs whose session ended hear that somebody signed in again. */
const begunKey = 'cursus.begun';
const lockName = 'cursus.session';
const renewAheadMs = 30_000;

type Refresh = () => Promise<FragmentType<typeof SessionCredentials> | null>;

/**
 * Who is signed in, in this tab. The access token is kept in memory alone; the refresh token is a cookie that no script reads.
 * localStorage says only *that* someone is signed in, so that strangers cost no request and tabs hear of one another.
 */
export class SessionStore {
  #state: SessionState = { status: 'signed-out' };
  #token: { value: string; renewAt: number } | null = null;
  #renewing: Promise<string | null> | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #refresh: Refresh;
  /** Pages speak to whoever came in last. */
  #isReading: Promise<void> = Promise.resolve();
  readonly #started = Promise.withResolvers<void>();

  constructor(refresh: Refresh) {
    this.#refresh = refresh;
  }

  readonly state = (): SessionState => this.#state;

  /** Who is signed in, as far as this tab knows. */
  readonly viewerId = (): string | null => (this.#state.status === 'signed-out' ? null : this.#state.viewerId);

  /** Once it is known whether an earlier visit left a session. */
  readonly started = (): Promise<void> => this.#started.promise;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes up the session that an earlier visit left, if there is one. */
  async start(): Promise<void> {
    window.addEventListener('storage', (event) => void this.#followOtherTabs(event));
    // Without a connection the page says so by itself as soon as it asks for something.
    if (localStorage.getItem(storageKey) !== null) await this.renew().catch(() => null);
    this.#started.resolve();
    await this.#isReading;
  }

  begin(granted: FragmentType<typeof SessionCredentials>): void {
    const { accessToken, expiresAt, viewer } = readFragment(SessionCredentials, granted);
    const lifetime = Date.parse(expiresAt) - Date.now();
    // A clock that is wrong by more than the token's life says nothing: then the server's 401 decides.
    this.#token = { value: accessToken, renewAt: lifetime > 0 ? Date.now() + lifetime - renewAheadMs : Number.POSITIVE_INFINITY };
    localStorage.setItem(storageKey, viewer.id);
    localStorage.setItem(begunKey, String(Date.now()));
    this.#isReading = readAs({ viewerId: viewer.id, ...viewer.profile });
    this.#become({ status: 'signed-in', viewerId: viewer.id });
  }

  /** Signed out, by the person's own wish. */
  forget(): void {
    this.#token = null;
    localStorage.removeItem(storageKey);
    this.#become({ status: 'signed-out' });
  }

  /** A token that is good for the next request; null when nobody is signed in. */
  async accessToken(): Promise<string | null> {
    if (this.#state.status !== 'signed-in') return null;
    if (this.#token !== null && Date.now() < this.#token.renewAt) return this.#token.value;
    return this.renew();
  }

  /** A new token, asked for once however many requests wait for it. */
  renew(): Promise<string | null> {
    this.#renewing ??= underLock(() => this.#renewNow()).finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  /** While somebody has to sign in again: a token once they did; null when they did not, or somebody else did. */
  async resumed(): Promise<string | null> {
    const before = this.#state;
    if (before.status !== 'ended') return null;
    await new Promise<void>((resolve) => {
      const stop = this.subscribe(() => {
        if (this.#state.status === 'ended') return;
        stop();
        resolve();
      });
    });
    return this.#state.status === 'signed-in' && this.#state.viewerId === before.viewerId ? this.accessToken() : null;
  }

  async #renewNow(): Promise<string | null> {
    const granted = await this.#refresh();
    if (granted !== null) {
      this.begin(granted);
      return readFragment(SessionCredentials, granted).accessToken;
    }
    this.#token = null;
    if (this.#state.status === 'signed-out') localStorage.removeItem(storageKey);
    // Other tabs find out by themselves: what is written there must not be swept away.
    else this.#become({ status: 'ended', viewerId: this.#state.viewerId });
    return null;
  }

  async #followOtherTabs({ key, newValue }: StorageEvent): Promise<void> {
    if (key === begunKey && this.#state.status === 'ended') await this.renew().catch(() => null);
    if (key !== storageKey) return;
    if (newValue === null) this.forget();
    else if (this.#state.status === 'signed-out' || newValue !== this.#state.viewerId) await this.renew().catch(() => null);
  }

  #become(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** A refresh token is good once: two tabs that used the same one would end the session. */
function underLock<T>(work: () => Promise<T>): Promise<T> {
  // Locks exist on secure origins alone (https and localhost).
  return 'locks' in navigator ? navigator.locks.request(lockName, work) : work();
}

export const session = new SessionStore(async () => (await requestGraphql(RefreshSession, {})).refreshSession?.credentials ?? null);
