import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { of } from 'rxjs';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTranslations } from '../lib/translations.ts';
import { type UploadRequest, uploadFile } from '../lib/upload.ts';
import { UploadField } from './upload-field.tsx';

// The network's edge.
vi.mock(import('../lib/upload.ts'), () => ({ uploadFile: vi.fn<typeof uploadFile>() }));
const upload = vi.mocked(uploadFile);

const limits = { uploadLimits: [{ __typename: 'UploadLimit', use: 'FILE', maxSize: 1_000, extensions: ['pdf', 'csv'] }] };
const file = (name: string, size = 10): File => new File(['x'.repeat(size)], name);
const stored = { id: 'f1', name: 'notes.pdf', mediaType: 'application/pdf', size: 10, url: '/files/f1', width: null, height: null };

/** The request that is under way, and its end. */
function underWay() {
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof uploadFile>>>();
  let request: UploadRequest | undefined;
  upload.mockImplementationOnce((asked) => {
    request = asked;
    return promise;
  });
  return { request: () => request, resolve, reject };
}

async function openField() {
  const link = new ApolloLink(() => of({ data: limits }));
  const onChange = vi.fn();
  render(
    <MantineProvider>
      <ApolloProvider client={new ApolloClient({ link, cache: new InMemoryCache() })}>
        <UploadField label="File" use="FILE" initialFile={null} onChange={onChange} />
      </ApolloProvider>
    </MantineProvider>,
  );
  await screen.findByText('PDF, CSV; 1 kB at most');
  // A browser's own filter is no protection: one can choose 'all files', or drop.
  return { user: userEvent.setup({ applyAccept: false }), onChange, input: screen.getByLabelText<HTMLInputElement>('File') };
}

beforeAll(() => startTranslations('en'));
beforeEach(() => upload.mockReset());

describe('an upload', () => {
  it('is refused before anything is sent: type and size', async () => {
    const { user, input, onChange } = await openField();
    await user.upload(input, file('notes.exe'));
    expect(screen.getByRole('alert').textContent).toContain('This type of file is not taken here');
    await user.upload(input, file('notes.pdf', 1_001));
    expect(screen.getByRole('alert').textContent).toContain('too large');
    expect(upload).not.toHaveBeenCalled();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('shows how far it is, and then the file', async () => {
    const { user, input, onChange } = await openField();
    const { request, resolve } = underWay();
    await user.upload(input, file('notes.pdf'));
    await vi.waitFor(() => expect(request()).toBeDefined());
    request()?.onProgress(0.42);
    expect((await screen.findByRole('progressbar', { name: 'Upload of notes.pdf' })).getAttribute('aria-valuenow')).toBe('42');
    resolve({ file: stored, userErrors: [] });
    expect(await screen.findByRole('link', { name: 'notes.pdf' })).toBeDefined();
    expect(onChange).toHaveBeenCalledExactlyOnceWith(stored);
  });

  it('is cancelled', async () => {
    const { user, input, onChange } = await openField();
    const { request } = underWay();
    await user.upload(input, file('notes.pdf'));
    await vi.waitFor(() => expect(request()).toBeDefined());
    await user.click(screen.getByRole('button', { name: 'Cancel: notes.pdf' }));
    expect(request()?.signal.aborted).toBe(true);
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('is tried again with the same file', async () => {
    const { user, input, onChange } = await openField();
    const first = underWay();
    await user.upload(input, file('notes.pdf'));
    first.reject(new TypeError('Failed to fetch'));
    const again = await screen.findByRole('button', { name: 'Try again: notes.pdf' });
    const second = underWay();
    await user.click(again);
    await vi.waitFor(() => expect(second.request()?.file.name).toBe('notes.pdf'));
    second.resolve({ file: stored, userErrors: [] });
    await screen.findByRole('link', { name: 'notes.pdf' });
    expect(onChange).toHaveBeenCalledExactlyOnceWith(stored);
  });
});
