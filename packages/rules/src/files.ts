export type FileUse = 'avatar' | 'image' | 'file' | 'video' | 'captions';

const megabyte = 1_000_000;

/** Bytes, unless the installation's configuration says otherwise. */
export const defaultMaxSize: Readonly<Record<FileUse, number>> = {
  avatar: 5 * megabyte,
  image: 20 * megabyte,
  file: 200 * megabyte,
  video: 1_000 * megabyte,
  captions: 1 * megabyte,
};

/** Media types taken for each use, by their file name's extension (lower case, no dot). */
export const extensionsByUse: Readonly<Record<FileUse, Readonly<Record<string, string>>>> = {
  avatar: { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp' },
  image: { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp', avif: 'image/avif', gif: 'image/gif' },
  file: {
    pdf: 'application/pdf',
    zip: 'application/zip',
    txt: 'text/plain',
    csv: 'text/csv',
    md: 'text/markdown',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    odt: 'application/vnd.oasis.opendocument.text',
    ods: 'application/vnd.oasis.opendocument.spreadsheet',
    odp: 'application/vnd.oasis.opendocument.presentation',
    epub: 'application/epub+zip',
    mp3: 'audio/mpeg',
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
  },
  video: { mp4: 'video/mp4', webm: 'video/webm' },
  captions: { vtt: 'text/vtt' },
};

/** The extension of a file name: lower case, no dot, '' when there is none. */
export const extensionOf = (fileName: string): string => /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';

export const fileNameMaxLength = 200;
