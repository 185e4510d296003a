import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const rule = z.record(z.string().regex(/^\/[\w/:?-]*$/), z.array(z.string().regex(/^assets\/[\w.~-]+\.(?:js|css)$/)));

/** The addresses that a pattern of the browser application's router stands for: `/learn/:courseSlug/:moduleId?`. */
function addressesOf(pattern: string): RegExp {
  const parts = pattern.split('/').filter((part) => part !== '');
  const source = parts.map((part) => {
    if (!part.startsWith(':')) return `/${part}`;
    return part.endsWith('?') ? '(?:/[^/]+)?' : '/[^/]+';
  });
  return new RegExp(`^${source.join('')}/?$`);
}

/** What is written out in a pattern says more than a part that may be anything. */
const precision = (pattern: string): number => pattern.split('/').filter((part) => part !== '' && !part.startsWith(':')).length;

/** As the application itself asks for modules and for their styles, else they would be fetched twice. */
const linkTo = (file: string): string =>
  file.endsWith('.css')
    ? `<link rel="preload" as="style" fetchpriority="low" crossorigin href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}">`;

/**
 * The links by which a browser asks for a page's code right behind that of every page, and not when it has run that, by the path of its
 * address. The build of the browser application wrote down what that is.
 */
export function readPagePreloads(webDist: string): (path: string) => string {
  const file = join(webDist, 'page-preloads.json');
  if (!existsSync(file)) return () => '';
  const pages = Object.entries(rule.parse(JSON.parse(readFileSync(file, 'utf8'))))
    .toSorted(([one], [other]) => precision(other) - precision(one))
    .map(([pattern, files]) => ({ addresses: addressesOf(pattern), links: files.map(linkTo).join('') }));
  return (path) => pages.find(({ addresses }) => addresses.test(path))?.links ?? '';
}
