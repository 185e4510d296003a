import { expect, test } from 'vitest';
import { acceptOf, uploadMistake } from './upload-limit.ts';

const limit = { maxSize: 1_000, extensions: ['png', 'jpg'] };

test.for([
  ['photo.PNG', 1_000, null],
  ['photo.png', 1_001, 'TOO_LARGE'],
  ['photo.png', 0, 'REQUIRED'],
  ['photo.svg', 10, 'UNSUPPORTED_MEDIA_TYPE'],
  ['png', 10, 'UNSUPPORTED_MEDIA_TYPE'],
  ['photo.png.exe', 10, 'UNSUPPORTED_MEDIA_TYPE'],
] as const)('%s of %i bytes: %s', ([name, size, code]) => {
  expect(uploadMistake({ name, size }, limit)?.code ?? null).toBe(code);
});

test('a file input is told the extensions', () => {
  expect(acceptOf(limit)).toBe('.png,.jpg');
});
