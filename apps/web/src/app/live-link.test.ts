import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { liveLink, type Tokens } from './live-link.ts';

const changes = gql`
  subscription Changes {
    courseStructureChanged(courseId: "c") {
      course {
        id
        title
      }
    }
  }
`;

interface ClientMessage {
  readonly type: string;
  readonly id?: string;
  readonly payload?: { readonly authorization?: string };
}

/** The network's edge: a socket whose server is the test. */
class FakeSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static opened: FakeSocket[] = [];
  readonly url: string;
  readonly sent: ClientMessage[] = [];
  readyState = FakeSocket.CONNECTING;
  onopen: (() => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;

  constructor(url: string) {
    super();
    this.url = url;
    FakeSocket.opened.push(this);
    queueMicrotask(() => {
      this.readyState = FakeSocket.OPEN;
      this.onopen?.();
    });
  }

  send(text: string): void {
    const message = JSON.parse(text) as ClientMessage;
    this.sent.push(message);
    if (message.type === 'connection_init') this.say({ type: 'connection_ack' });
  }

  say(message: object): void {
    this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(message) }));
  }

  close(code = 1000): void {
    if (this.readyState === FakeSocket.CLOSED) return;
    this.readyState = FakeSocket.CLOSED;
    this.onclose?.(new CloseEvent('close', { code }));
  }

  /** The subscription that was asked for on this socket. */
  subscribed(): Promise<ClientMessage> {
    return vi.waitFor(() => {
      const message = this.sent.find(({ type }) => type === 'subscribe');
      if (message === undefined) throw new Error('nothing was subscribed to yet');
      return message;
    });
  }

  async tell(title: string): Promise<void> {
    const { id } = await this.subscribed();
    const course = { __typename: 'Course', id: 'c', title };
    this.say({ type: 'next', id, payload: { data: { courseStructureChanged: { __typename: 'CourseStructureChange', course } } } });
  }
}

const socketNumber = (number: number): Promise<FakeSocket> =>
  vi.waitFor(
    () => {
      const socket = FakeSocket.opened[number - 1];
      if (socket === undefined) throw new Error('not opened yet');
      return socket;
    },
    { timeout: 5_000 },
  );

function followWith(tokens: Tokens) {
  const client = new ApolloClient({ cache: new InMemoryCache(), link: liveLink(tokens) });
  const titles: string[] = [];
  const errors: unknown[] = [];
  const subscription = client.subscribe<{ courseStructureChanged: { course: { title: string } } }>({ query: changes }).subscribe({
    next: ({ data, error }) => {
      if (data) titles.push(data.courseStructureChanged.course.title);
      if (error) errors.push(error);
    },
    error: (error: unknown) => errors.push(error),
  });
  return { titles, errors, subscription };
}

beforeEach(() => {
  FakeSocket.opened = [];
  vi.stubGlobal('WebSocket', FakeSocket);
});
afterEach(() => vi.unstubAllGlobals());

describe('what a page follows', () => {
  it('comes over a socket of its own origin, opened with the token of that moment', async () => {
    const { titles, subscription } = followWith({ accessToken: async () => 'first', renew: async () => 'second' });
    const socket = await socketNumber(1);
    await socket.tell('One');
    await vi.waitFor(() => expect(titles).toEqual(['One']));
    expect(socket.url).toBe('ws://localhost:3000/graphql');
    expect(socket.sent[0]).toEqual({ type: 'connection_init', payload: { authorization: 'Bearer first' } });
    subscription.unsubscribe();
  });

  it('goes on after the server closed the socket for its token, with a new one', async () => {
    const { titles, errors, subscription } = followWith({ accessToken: async () => 'first', renew: async () => 'second' });
    const first = await socketNumber(1);
    await first.tell('One');
    first.close(4403);
    const second = await socketNumber(2);
    await second.tell('Two');
    await vi.waitFor(() => expect(titles).toEqual(['One', 'Two']));
    expect(second.sent[0]?.payload).toEqual({ authorization: 'Bearer second' });
    expect(errors).toEqual([]);
    subscription.unsubscribe();
  });

  it('goes on after the network was gone, with the token that is still good', async () => {
    const tokens = { accessToken: async () => 'first', renew: vi.fn(async () => 'second') };
    const { titles, subscription } = followWith(tokens);
    const first = await socketNumber(1);
    await first.tell('One');
    first.onerror?.(new Event('error'));
    first.close(1006);
    await (await socketNumber(2)).tell('Two');
    await vi.waitFor(() => expect(titles).toEqual(['One', 'Two']));
    expect(tokens.renew).not.toHaveBeenCalled();
    subscription.unsubscribe();
  });

  it('ends when nobody is signed in any more', async () => {
    let token: string | null = 'first';
    const { errors } = followWith({ accessToken: async () => token, renew: async () => null });
    const first = await socketNumber(1);
    await first.tell('One');
    token = null;
    first.close(4403);
    await vi.waitFor(() => expect(errors).toHaveLength(1), { timeout: 5_000 });
    expect(FakeSocket.opened).toHaveLength(2);
  });
});
