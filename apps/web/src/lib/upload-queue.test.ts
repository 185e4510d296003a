import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type UploadRequest, uploadFile } from './upload.ts';
import { UploadQueue, type UploadWish } from './upload-queue.ts';

// The network's edge.
vi.mock(import('./upload.ts'), () => ({ uploadFile: vi.fn<typeof uploadFile>() }));
const upload = vi.mocked(uploadFile);

const limit = { maxSize: 1_000, extensions: ['pdf'] };
const wish = (name: string, more: Partial<UploadWish> = {}): UploadWish => ({ file: new File(['x'], name), use: 'FILE', limit, ...more });
const stored = (name: string) => ({ id: `id of ${name}`, name, mediaType: 'application/pdf', size: 1, url: `/files/${name}` });

/** Requests as they are sent, each answered when the test says so. */
let requests: { request: UploadRequest; arrive: () => void; fail: () => void }[] = [];

beforeEach(() => {
  requests = [];
  upload.mockReset();
  upload.mockImplementation((request) => {
    const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof uploadFile>>>();
    const arrive = (): void => resolve({ file: { ...stored(request.file.name), width: null, height: null }, userErrors: [] });
    requests.push({ request, arrive, fail: () => reject(new TypeError('Failed to fetch')) });
    return promise;
  });
});

const statuses = (queue: UploadQueue) => queue.uploads().map(({ file, state }) => `${file.name} ${state.status}`);
const sent = (count: number) => vi.waitFor(() => expect(requests).toHaveLength(count));
const guarded = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('the queue of uploads', () => {
  it('sends three at once, and the next when one has arrived', async () => {
    const queue = new UploadQueue();
    queue.add(...['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'].map((name) => wish(name)));
    await sent(3);
    expect(statuses(queue)).toEqual(['a.pdf sending', 'b.pdf sending', 'c.pdf sending', 'd.pdf waiting']);
    requests[1]?.arrive();
    await sent(4);
    expect(statuses(queue)).toEqual(['a.pdf sending', 'b.pdf arrived', 'c.pdf sending', 'd.pdf sending']);
  });

  it('sends nothing of what would be refused', () => {
    const queue = new UploadQueue();
    queue.add(wish('a.exe'), wish('b.pdf', { limit: { maxSize: 0, extensions: ['pdf'] } }));
    expect(queue.uploads().map(({ state }) => state)).toEqual([
      { status: 'stopped', problem: { mistake: { code: 'UNSUPPORTED_MEDIA_TYPE', field: 'file' } } },
      { status: 'stopped', problem: { mistake: { code: 'TOO_LARGE', field: 'file', limit: 0 } } },
    ]);
    expect(upload).not.toHaveBeenCalled();
  });

  it('asks before the application is left while something is under way, and only then', async () => {
    const queue = new UploadQueue();
    expect(guarded()).toBe(false);
    queue.add(wish('a.pdf'));
    expect(guarded()).toBe(true);
    await sent(1);
    requests[0]?.arrive();
    await vi.waitFor(() => expect(statuses(queue)).toEqual(['a.pdf arrived']));
    expect(guarded()).toBe(false);
  });

  it('cancels what is sent, and lets another take its place', async () => {
    const queue = new UploadQueue();
    queue.add(...['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'].map((name) => wish(name)));
    await sent(3);
    queue.remove(queue.uploads()[0]?.id ?? '');
    expect(requests[0]?.request.signal.aborted).toBe(true);
    await sent(4);
    requests[0]?.arrive();
    expect(statuses(queue)).toEqual(['b.pdf sending', 'c.pdf sending', 'd.pdf sending']);
  });

  it('tries again what a lost connection stopped', async () => {
    const queue = new UploadQueue();
    queue.add(wish('a.pdf'));
    await sent(1);
    requests[0]?.fail();
    await vi.waitFor(() => expect(statuses(queue)).toEqual(['a.pdf stopped']));
    queue.retry(queue.uploads()[0]?.id ?? '');
    await sent(2);
    requests[1]?.arrive();
    await vi.waitFor(() => expect(statuses(queue)).toEqual(['a.pdf arrived']));
  });

  it('does with files what they were sent for in their order, and does that again without sending the file again', async () => {
    const queue = new UploadQueue();
    const done: string[] = [];
    const keys: string[] = [];
    const finish: UploadWish['finish'] = ({ name }, key) => {
      keys.push(key);
      if (keys.length === 1) return Promise.reject(new TypeError('Failed to fetch'));
      done.push(name);
      return Promise.resolve(null);
    };
    queue.add(wish('a.pdf', { finish }), wish('b.pdf', { finish }));
    await sent(2);
    requests[1]?.arrive();
    await vi.waitFor(() => expect(statuses(queue)).toEqual(['a.pdf sending', 'b.pdf finishing']));
    expect(done).toEqual([]);
    requests[0]?.arrive();
    await vi.waitFor(() => expect(statuses(queue)).toEqual(['a.pdf stopped', 'b.pdf arrived']));
    queue.retry(queue.uploads()[0]?.id ?? '');
    await vi.waitFor(() => expect(statuses(queue)).toEqual(['a.pdf arrived', 'b.pdf arrived']));
    expect(done).toEqual(['b.pdf', 'a.pdf']);
    expect(keys[2]).toBe(keys[0]);
    expect(requests).toHaveLength(2);
  });
});
