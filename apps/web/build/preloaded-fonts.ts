import type { Plugin } from 'vite';

/** What every page is written in, for readers of western languages. */
const fonts = /^assets\/(?:figtree|bricolage-grotesque)-latin-wght-normal-[\w-]+\.woff2$/;

/** Fonts come with the styles that ask for them, and not after them. */
export function preloadedFonts(): Plugin {
  return {
    name: 'preloaded-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((name) => fonts.test(name))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${name}` },
            injectTo: 'head' as const,
          })),
    },
  };
}
