import type { IncomingMessage } from 'node:http';
import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { CloseCode, makeServer, type SubscribePayload } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import type { Context, Services } from '../context.ts';
import type { errorFormatter } from '../kernel/error-formatter.ts';
import { ApiError, ErrorCode, unauthenticated } from '../kernel/errors.ts';
import { EventQueue } from '../kernel/event-queue.ts';
import type { RequestFacts } from '../kernel/http-request.ts';
import { refusedCost } from '../kernel/operation-cost.ts';
import { resultsOf } from './event-results.ts';
import { liveLimits, MessageRate, type SocketPlaces } from './live-limits.ts';
import { LiveViewer } from './live-viewer.ts';
import { prepareSubscription } from './prepare-subscription.ts';

export interface Live {
  readonly services: Services;
  readonly schema: GraphQLSchema;
  readonly format: ReturnType<typeof errorFormatter>;
  readonly places: SocketPlaces;
}

/** After this code graphql-ws's client comes back with a new token; after CloseCode.Unauthorized it does not. */
const closeForRights = CloseCode.Forbidden;
const tooMany = CloseCode.TooManyInitialisationRequests;
const tryAgainLater = 1013;

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('An event could not be read.', { originalError: error instanceof Error ? error : null });

/** One person at one socket: what they follow ends with their session, their token or their right to it. */
export class LiveSocket {
  readonly #live: Live;
  readonly #socket: WebSocket;
  readonly #facts: RequestFacts;
  readonly #following = new Set<EventQueue<unknown>>();
  readonly #costs = new WeakMap<ExecutionArgs, number>();
  readonly #rate = new MessageRate();
  #viewer: LiveViewer | null = null;
  #givePlaceBack: () => void = () => undefined;
  #isOver = false;

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

  get subscriptions(): number {
    return this.#following.size;
  }

  /** Ends all that is followed, now; a peer that does not say goodbye within a second is cut off. */
  close(code: number, reason: string): void {
    this.#end();
    this.#socket.close(code, reason);
    setTimeout(() => this.#socket.terminate(), 1_000).unref();
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#viewer?.stop();
    this.#givePlaceBack();
    for (const queue of this.#following) void queue.return();
  }

  #send(text: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(text, () => resolve());
      else resolve();
    });
  }

  async #take(data: RawData, take: (text: string) => Promise<void>): Promise<void> {
    if (!this.#rate.allows(Date.now())) return this.close(tooMany, 'Too many messages');
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
    const authorization = params['authorization'] ?? params['Authorization'];
    const opening = { authorization: typeof authorization === 'string' ? authorization : '', viewAs: params['viewAs'] };
    const viewer = await LiveViewer.of(this.#live.services, opening, {
      rightsChanged: () => {
        for (const queue of this.#following) queue.readAgain();
      },
      ended: () => this.close(closeForRights, 'The token is invalid or expired.'),
      failed: (error) => this.#fail(error),
    });
    if (viewer === null) this.close(CloseCode.Unauthorized, 'Unauthorized');
    else if (!this.#sit(viewer)) viewer.stop();
    return !this.#isOver;
  }

  /** Lets a person in, when the socket is still there and they have a place left. */
  #sit(viewer: LiveViewer): boolean {
    if (this.#isOver) return false;
    const giveBack = this.#live.places.take(viewer.userId);
    if (giveBack === null) {
      this.close(tooMany, 'Too many sockets');
      return false;
    }
    this.#viewer = viewer;
    this.#givePlaceBack = giveBack;
    return true;
  }

  async #prepare(subscriptions: number, payload: SubscribePayload): Promise<ExecutionArgs | readonly GraphQLError[]> {
    if (subscriptions > liveLimits.subscriptionsPerSocket) {
      return [new ApiError(ErrorCode.RATE_LIMITED, `A socket has at most ${liveLimits.subscriptionsPerSocket} subscriptions.`)];
    }
    try {
      const { charge } = await this.#context();
      const prepared = prepareSubscription(this.#live.schema, payload);
      if ('args' in prepared) this.#costs.set(prepared.args, prepared.cost);
      else charge?.fine(refusedCost);
      return 'args' in prepared ? prepared.args : prepared;
    } catch (error) {
      return [asGraphQLError(error)];
    }
  }

  async #subscribe(args: ExecutionArgs): Promise<AsyncGenerator<ExecutionResult, undefined, undefined> | ExecutionResult> {
    const events = await this.#eventsOf(args);
    if (!(events instanceof EventQueue)) return events;
    this.#following.add(events);
    events.onEnd(() => this.#following.delete(events));
    if (this.#isOver) await events.return();
    return resultsOf(events, (event) => this.#resultOf(args, event));
  }

  async #eventsOf(args: ExecutionArgs): Promise<EventQueue<unknown> | ExecutionResult> {
    try {
      return (await createSourceEventStream({ ...args, contextValue: await this.#context() })) as EventQueue<unknown> | ExecutionResult;
    } catch (error) {
      return { errors: [asGraphQLError(error)] };
    }
  }

  async #resultOf(args: ExecutionArgs, event: unknown): Promise<ExecutionResult> {
    try {
      const contextValue = await this.#context();
      contextValue.charge?.spend(this.#costs.get(args) ?? 1);
      return await execute({ ...args, rootValue: event, contextValue });
    } catch (error) {
      return { data: null, errors: [asGraphQLError(error)] };
    }
  }

  async #context(): Promise<Context> {
    if (this.#viewer === null) throw unauthenticated();
    return this.#viewer.context(this.#facts);
  }
}
