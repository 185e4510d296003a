import { type DocumentNode, Kind, OperationTypeNode } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EarlyAnswers } from './early-answers.ts';
import { preview } from './preview.ts';

/** As the build makes it: it carries its hash. */
const documentWith = (documentId?: string): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [
    Object.assign(
      { kind: Kind.OPERATION_DEFINITION, operation: OperationTypeNode.QUERY, selectionSet: { kind: Kind.SELECTION_SET, selections: [] } },
      documentId === undefined ? {} : { documentId },
    ) as DocumentNode['definitions'][number],
  ],
});
const lesson = documentWith('sha256:lesson');

const answering = (body: object, status = 200) => {
  const fetched = vi.fn(async (_address: string, _request: RequestInit) => new Response(JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
};

describe('what is asked for before the page is drawn', () => {
  let viewerId: string | null = 'ada';
  let begun = Promise.withResolvers<void>();
  let early = new EarlyAnswers({ started: () => begun.promise, accessToken: async () => 'a token', viewerId: () => viewerId });

  beforeEach(() => {
    viewerId = 'ada';
    begun = Promise.withResolvers();
    early = new EarlyAnswers({ started: () => begun.promise, accessToken: async () => 'a token', viewerId: () => viewerId });
  });
  afterEach(() => {
    preview.end();
    vi.unstubAllGlobals();
  });

  it('goes out in the name of who came back, once that is known', async () => {
    const fetched = answering({ data: { lesson: 1 } });
    const asked = early.ask(lesson, { id: 'one' });
    await Promise.resolve();
    expect(fetched).not.toHaveBeenCalled();
    begun.resolve();
    expect(await asked).toEqual({ lesson: 1 });
    const [address, request] = fetched.mock.calls[0] ?? [];
    expect(address).toBe('/graphql?documentId=sha256%3Alesson&variables=%7B%22id%22%3A%22one%22%7D');
    expect(request?.headers).toMatchObject({ authorization: 'Bearer a token' });
  });

  it('is taken once, by who asks for the same: values in another order and those that are not given count for nothing', async () => {
    begun.resolve();
    answering({ data: { lesson: 1 } });
    void early.ask(lesson, { id: 'one', search: null, first: 12 });
    expect(early.take(lesson, { id: 'two', first: 12 })).toBeUndefined();
    expect(early.take(documentWith('sha256:other'), { id: 'one', first: 12 })).toBeUndefined();
    expect(await early.take(lesson, { first: 12, id: 'one' })).toEqual({ data: { lesson: 1 } });
    expect(early.take(lesson, { first: 12, id: 'one' })).toBeUndefined();
  });

  it.each([
    [{ errors: [{ message: 'no' }], data: null }, 200],
    [{ data: { lesson: 1 } }, 503],
  ])('is no answer when it is no good: %j, %i', async (body, status) => {
    begun.resolve();
    answering(body, status);
    const asked = early.ask(lesson, { id: 'one' });
    expect(await early.take(lesson, { id: 'one' })).toBeNull();
    expect(await asked).toBeNull();
  });

  it('is no answer when the connection is lost, or somebody else is signed in by then', async () => {
    begun.resolve();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    void early.ask(lesson, { id: 'one' });
    expect(await early.take(lesson, { id: 'one' })).toBeNull();
    answering({ data: { lesson: 1 } });
    await early.ask(lesson, { id: 'one' });
    viewerId = 'grace';
    expect(await early.take(lesson, { id: 'one' })).toBeNull();
  });

  it('is too old after a while', async () => {
    begun.resolve();
    answering({ data: { lesson: 1 } });
    vi.useFakeTimers();
    void early.ask(lesson, { id: 'one' });
    vi.advanceTimersByTime(10_001);
    expect(early.take(lesson, { id: 'one' })).toBeUndefined();
    vi.useRealTimers();
  });

  it('is forgotten when it is told to', async () => {
    begun.resolve();
    answering({ data: { lesson: 1 } });
    await early.ask(lesson, { id: 'one' });
    early.forget();
    expect(early.take(lesson, { id: 'one' })).toBeUndefined();
  });

  it('is not asked in a preview, nor without a hash', async () => {
    begun.resolve();
    const fetched = answering({ data: { lesson: 1 } });
    expect(await early.ask(documentWith(), { id: 'one' })).toBeNull();
    preview.begin('waves');
    expect(await early.ask(lesson, { id: 'one' })).toBeNull();
    expect(fetched).not.toHaveBeenCalled();
  });
});
