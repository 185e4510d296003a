import { chargeFor, type Context, createContext, type Services } from '../context.ts';
import { viewerOfAuthorization } from '../http/authenticate.ts';
import { viewingAs } from '../http/view-as.ts';
import type { Viewer } from '../kernel/authorize.ts';
import { unauthenticated } from '../kernel/errors.ts';
import type { RequestFacts } from '../kernel/http-request.ts';
import { type KnownViewer, viewerChanged } from '../session/viewer-cache.ts';

/** A clock that differs from the database's must not make us ask without pause. */
const shortestTimer = 250;
const longestTimer = 2 ** 31 - 1;

/** Nothing on a socket reads or writes a cookie. */
const noCookies = { set: () => undefined, clear: () => undefined };

function haveSameRights(one: Viewer, other: Viewer): boolean {
  return one.permissions.size === other.permissions.size && [...one.permissions].every((each) => other.permissions.has(each));
}

/** What a socket is opened with. */
interface Opening {
  readonly authorization: string;
  /** As whom courses are viewed: kept for as long as the socket is open. */
  readonly viewAs: unknown;
}

/** What a socket does when the one behind it changes. */
interface Hears {
  readonly rightsChanged: () => void;
  readonly ended: () => void;
  readonly failed: (error: unknown) => void;
}

/** Who is at a socket: asked for again whenever they may be somebody else, or nobody. */
export class LiveViewer {
  readonly #services: Services;
  readonly #opening: Opening;
  readonly #hears: Hears;
  readonly #stopHearing: () => void;
  #viewer: Viewer;
  #expiry: NodeJS.Timeout | undefined;
  #isOver = false;

  private constructor(services: Services, opening: Opening, { known, hears }: { known: KnownViewer; hears: Hears }) {
    this.#services = services;
    this.#opening = opening;
    this.#hears = hears;
    this.#viewer = known.viewer;
    this.#stopHearing = services.pubsub.on(viewerChanged, (event) => {
      if (event === null || event.userId === null || event.userId === this.userId) void this.#checkAgain();
    });
    this.#remember(known);
  }

  /** Null for an `Authorization` that stands for nobody. */
  static async of(services: Services, opening: Opening, hears: Hears): Promise<LiveViewer | null> {
    const known = await viewerOfAuthorization(services, opening.authorization);
    return known && new LiveViewer(services, opening, { known, hears });
  }

  get userId(): string {
    return this.#viewer.userId;
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#expiry);
    this.#stopHearing();
  }

  /** For each event a context of its own: nothing that an earlier one read is served again, and the viewer is who they are now. */
  async context(request: RequestFacts): Promise<Context> {
    const known = await viewerOfAuthorization(this.#services, this.#opening.authorization);
    if (known === null) throw unauthenticated();
    const viewer = viewingAs(known.viewer, this.#opening.viewAs);
    const charge = chargeFor(this.#services, viewer, request);
    return createContext(this.#services, viewer, { request, cookies: noCookies, charge });
  }

  #remember({ viewer, until }: KnownViewer): void {
    this.#viewer = viewer;
    clearTimeout(this.#expiry);
    const left = Math.min(Math.max(until.getTime() - Date.now(), shortestTimer), longestTimer);
    this.#expiry = setTimeout(() => void this.#checkAgain(), left).unref();
  }

  async #checkAgain(): Promise<void> {
    try {
      const before = this.#viewer;
      const known = await viewerOfAuthorization(this.#services, this.#opening.authorization);
      if (this.#isOver) return;
      if (known === null) return this.#hears.ended();
      this.#remember(known);
      if (!haveSameRights(before, known.viewer)) this.#hears.rightsChanged();
    } catch (error) {
      this.#hears.failed(error);
    }
  }
}
