import { expect, test } from 'vitest';
import { parseVideoAddress, videoPlayerUrl } from './video-address.ts';

test.each([
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
  ['https://youtu.be/dQw4w9WgXcQ?t=10', 'youtube', 'dQw4w9WgXcQ'],
  ['http://m.youtube.com/shorts/dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
  ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
  ['  https://vimeo.com/76979871 ', 'vimeo', '76979871'],
  ['https://player.vimeo.com/video/76979871', 'vimeo', '76979871'],
])('%s is a video', (address, host, videoId) => {
  expect(parseVideoAddress(address)).toEqual({ host, videoId });
});

test.each([
  'https://youtube.com.example/watch?v=dQw4w9WgXcQ',
  'https://example.org/?u=https://youtu.be/dQw4w9WgXcQ',
  'https://www.youtube.com/watch?v=short',
  'https://www.youtube.com/watch?v=dQw4w9WgXcQ"><script>',
  'javascript:alert(1)//youtube.com/watch?v=dQw4w9WgXcQ',
  'https://user@evil.example/watch?v=dQw4w9WgXcQ',
  'https://vimeo.com/channels/staffpicks',
  'not an address',
  '',
])('%s is none', (address) => {
  expect(parseVideoAddress(address)).toBeNull();
});

test('the player is the one that sets no cookie', () => {
  expect(videoPlayerUrl({ host: 'youtube', videoId: 'dQw4w9WgXcQ' })).toMatch(/^https:\/\/www\.youtube-nocookie\.com\/embed\//);
});
