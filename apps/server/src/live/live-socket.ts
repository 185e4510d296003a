import type { IncomingMessage } from 'node:http';
import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { CloseCode, makeServer, type SubscribePayload } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import { chargeFor, type Context, createContext, type Services } from '../context.ts';
import { viewerOfAuthorization } from '../http/authenticate.ts';
import type { errorFormatter } from '../kernel/error-formatter.ts';
import { ApiError, ErrorCode, unauthenticated } from '../kernel/errors.ts';
import { EventQueue } from '../kernel/event-queue.ts';
import type { RequestFacts } from '../kernel/http-request.ts';
import { type KnownViewer, viewerChanged } from '../session/viewer-cache.ts';
import { resultsOf } from './event-results.ts';
import { liveLimits } from './live-limits.ts';
import { type PreparedSubscription, prepareSubscription } from './prepare-subscription.ts';

export interface Live {
  readonly services: Services;
  readonly schema: GraphQLSchema;
  readonly format: ReturnType<typeof errorFormatter>;
  /** How many sockets each person has in this process. */
  readonly socketsOf: Map<string, number>;
}

/** Codes after which graphql-ws's client comes back with a new token, or a little later; after CloseCode.Unauthorized it does not. */
const closeForRights = CloseCode.Forbidden;
const tryAgainLater = 1013;
/** A clock that differs from the database's must not make it ask without pause. */
const shortestTimer = 250;
const longestTimer = 2 ** 31 - 1;

/** Nothing on a socket reads or writes a cookie. */
const noCookies = { set: () => undefined, clear: () => undefined };

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('An event could not be read.', { originalError: error instanceof Error ? error : null });

function haveSameRights({ viewer: one }: KnownViewer, { viewer: other }: KnownViewer): boolean {
  return one.permissions.size === other.permissions.size && [...one.permissions].every((each) => other.permissions.has(each));
}

/** One person at one socket: what they follow ends with their session, their token or their right to it. */
export class LiveSocket {
  readonly #live: Live;
  readonly #socket: WebSocket;
  readonly #facts: RequestFacts;
  readonly #following = new Set<EventQueue<unknown>>();
  readonly #prepared = new WeakMap<object, PreparedSubscription>();
  readonly #ends: (() => void)[] = [];
  #authorization = '';
  #known: KnownViewer | null = null;
  #expiry: NodeJS.Timeout | undefined;
  #isOver = false;
  #second = { began: 0, messages: 0 };

  constructor(live: Live, socket: WebSocket, request: IncomingMessage) {
    this.#live = live;
    this.#socket = socket;
    this.#facts = { address: request.socket.remoteAddress ?? '', device: request.headers['user-agent'] ?? '', cookies: {} };
    const tell = (error: GraphQLError) => live.format(error.toJSON(), error);
    const closed = makeServer({
      onConnect: ({ connectionParams }) => this.#connect(connectionParams ?? {}),
      onSubscribe: ({ subscriptions }, _id, payload) => this.#prepare(Object.keys(subscriptions).length, payload),
      subscribe: (args: ExecutionArgs) => this.#subscribe(args),
      onNext: (_context, _id, _payload, _args, { data, errors }) => ({
        ...(data === undefined ? {} : { data }),
        ...(errors === undefined ? {} : { errors: errors.map(tell) }),
      }),
      onError: (_context, _id, _payload, errors) => errors.map(tell),
    }).opened(
      {
        protocol: socket.protocol,
        send: (text) => this.#send(text),
        close: (code, reason) => this.close(code ?? tryAgainLater, reason ?? ''),
        onMessage: (take) => socket.on('message', (data) => void this.#take(data, take)),
      },
      undefined,
    );
    socket.on('error', () => socket.terminate());
    socket.on('close', (code, reason) => {
      this.#end();
      void closed(code, reason.toString());
    });
  }

  /** Ends all that is followed, now; a peer that does not say goodbye within a second is cut off. */
  close(code: number, reason: string): void {
    this.#end();
    this.#socket.close(code, reason);
    setTimeout(() => this.#socket.terminate(), 1_000).unref();
  }

  #end(): void {
    this.#isOver = true;
    clearTimeout(this.#expiry);
    for (const end of this.#ends.splice(0)) end();
    for (const queue of this.#following) void queue.return();
    this.#following.clear();
  }

  #send(text: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(text, () => resolve());
      else resolve();
    });
  }

  async #take(data: RawData, take: (text: string) => Promise<void>): Promise<void> {
    const now = Date.now();
    if (now - this.#second.began >= 1_000) this.#second = { began: now, messages: 0 };
    this.#second.messages += 1;
    if (this.#second.messages > liveLimits.messagesPerSecond)
      return this.close(CloseCode.TooManyInitialisationRequests, 'Too many messages');
    try {
      await take(Buffer.isBuffer(data) ? data.toString() : '');
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#live.services.logger.error({ err: error }, 'a socket was closed by a failure');
    this.close(tryAgainLater, 'Try again later');
  }

  async #connect(params: Readonly<Record<string, unknown>>): Promise<boolean> {
    const { services, socketsOf } = this.#live;
    const authorization = params['authorization'] ?? params['Authorization'];
    this.#authorization = typeof authorization === 'string' ? authorization : '';
    const known = await viewerOfAuthorization(services, this.#authorization);
    if (known === null) {
      this.close(CloseCode.Unauthorized, 'Unauthorized');
      return false;
    }
    if (this.#isOver) return false;
    const { userId } = known.viewer;
    const sockets = socketsOf.get(userId) ?? 0;
    if (sockets >= liveLimits.socketsPerPerson) {
      this.close(CloseCode.TooManyInitialisationRequests, 'Too many sockets');
      return false;
    }
    socketsOf.set(userId, sockets + 1);
    this.#ends.push(
      () => {
        const left = (socketsOf.get(userId) ?? 1) - 1;
        if (left > 0) socketsOf.set(userId, left);
        else socketsOf.delete(userId);
      },
      services.pubsub.on(viewerChanged, (event) => {
        if (event === null || event.userId === null || event.userId === userId) void this.#checkAgain();
      }),
    );
    this.#remember(known);
    return true;
  }

  #remember(known: KnownViewer): void {
    this.#known = known;
    clearTimeout(this.#expiry);
    const left = Math.min(Math.max(known.until.getTime() - Date.now(), shortestTimer), longestTimer);
    this.#expiry = setTimeout(() => void this.#checkAgain(), left).unref();
  }

  /** Asks who this is: their session or token may be over, and their rights others, so that all they follow is judged anew. */
  async #checkAgain(): Promise<void> {
    try {
      const [before, known] = [this.#known, await viewerOfAuthorization(this.#live.services, this.#authorization)];
      if (this.#isOver) return;
      if (known === null) return this.close(closeForRights, 'The token is invalid or expired.');
      this.#remember(known);
      if (before === null || !haveSameRights(before, known)) for (const queue of this.#following) queue.readAgain();
    } catch (error) {
      this.#fail(error);
    }
  }

  #prepare(subscriptions: number, payload: SubscribePayload): ExecutionArgs | readonly GraphQLError[] {
    if (subscriptions > liveLimits.subscriptionsPerSocket) {
      return [new ApiError(ErrorCode.RATE_LIMITED, `A socket has at most ${liveLimits.subscriptionsPerSocket} subscriptions.`)];
    }
    const prepared = prepareSubscription(this.#live.schema, payload);
    if (!('args' in prepared)) return prepared;
    this.#prepared.set(prepared.args, prepared);
    return prepared.args;
  }

  async #subscribe(args: ExecutionArgs): Promise<AsyncGenerator<ExecutionResult, undefined, undefined> | ExecutionResult> {
    const cost = this.#prepared.get(args)?.cost ?? 1;
    const events: unknown = await createSourceEventStream({ ...args, contextValue: await this.#context() });
    if (!(events instanceof EventQueue)) return events as ExecutionResult;
    this.#following.add(events);
    events.onEnd(() => this.#following.delete(events));
    if (this.#isOver) await events.return();
    return resultsOf(events, (event) => this.#resultOf(args, event, cost));
  }

  async #resultOf(args: ExecutionArgs, event: unknown, cost: number): Promise<ExecutionResult> {
    try {
      const contextValue = await this.#context();
      contextValue.charge?.spend(cost);
      return await execute({ ...args, rootValue: event, contextValue });
    } catch (error) {
      return { data: null, errors: [asGraphQLError(error)] };
    }
  }

  /** For each event a context of its own: nothing that an earlier one read is served again, and the viewer is who they are now. */
  async #context(): Promise<Context> {
    const known = await viewerOfAuthorization(this.#live.services, this.#authorization);
    if (known === null) throw unauthenticated();
    const charge = chargeFor(this.#live.services, known.viewer, this.#facts);
    return createContext(this.#live.services, known.viewer, { request: this.#facts, cookies: noCookies, charge });
  }
}
