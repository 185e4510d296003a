export type VideoHost = 'youtube' | 'vimeo';
export interface VideoAddress {
  host: VideoHost;
  videoId: string;
}

const youTubeHosts = new Set(['youtube.com', 'www.youtube.com', 'm.youtube.com', 'youtube-nocookie.com', 'www.youtube-nocookie.com']);
const youTubeId = /^[\w-]{11}$/;
const vimeoId = /^\d{6,12}$/;

function youTubeIdOf(url: URL): string | null {
  if (url.hostname === 'youtu.be') return url.pathname.slice(1);
  if (!youTubeHosts.has(url.hostname)) return null;
  if (url.pathname === '/watch') return url.searchParams.get('v');
  return /^\/(?:embed|shorts|live)\/([^/]+)\/?$/.exec(url.pathname)?.[1] ?? null;
}

function vimeoIdOf(url: URL): string | null {
  if (url.hostname === 'vimeo.com' || url.hostname === 'www.vimeo.com') return /^\/(\d+)\/?$/.exec(url.pathname)?.[1] ?? null;
  if (url.hostname === 'player.vimeo.com') return /^\/video\/(\d+)\/?$/.exec(url.pathname)?.[1] ?? null;
  return null;
}

/** Which video an address names, or null when it is no YouTube or Vimeo video. Hosts are compared whole: `youtube.com.example` is refused. */
export function parseVideoAddress(address: string): VideoAddress | null {
  const url = URL.parse(address.trim());
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  const youTube = youTubeIdOf(url);
  if (youTube !== null && youTubeId.test(youTube)) return { host: 'youtube', videoId: youTube };
  const vimeo = vimeoIdOf(url);
  if (vimeo !== null && vimeoId.test(vimeo)) return { host: 'vimeo', videoId: vimeo };
  return null;
}

/** The page on which the video is watched. */
export const videoPageUrl = ({ host, videoId }: VideoAddress): string =>
  host === 'youtube' ? `https://www.youtube.com/watch?v=${videoId}` : `https://vimeo.com/${videoId}`;

/** The player that sets no cookie before it is played. */
export const videoPlayerUrl = ({ host, videoId }: VideoAddress): string =>
  host === 'youtube' ? `https://www.youtube-nocookie.com/embed/${videoId}` : `https://player.vimeo.com/video/${videoId}?dnt=1`;
