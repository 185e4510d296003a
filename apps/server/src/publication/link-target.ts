import { parseGlobalId } from '../kernel/global-id.ts';

/** What a link inside a text leads to in this installation. */
export type LinkTarget =
  | { readonly to: 'nothing' }
  | { readonly to: 'course' | 'subject' | 'module' | 'content' | 'file'; readonly key: string };

const nothing: LinkTarget[] = [{ to: 'nothing' }];
const uuidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function node(type: 'Module' | 'Content', id: string): LinkTarget {
  try {
    const parsed = parseGlobalId(id);
    if (parsed.type === type) return { to: type === 'Module' ? 'module' : 'content', key: parsed.uuid };
  } catch {
    // No id of ours: it leads nowhere.
  }
  return { to: 'nothing' };
}

function inPath(path: string): LinkTarget[] {
  const [area, first, second, third] = path.split('/').slice(1).map(decodeURIComponent);
  if (area === 'files') return first !== undefined && uuidForm.test(first) ? [{ to: 'file', key: first }] : nothing;
  // Students have nothing to read where courses are written.
  if (area === 'teach') return nothing;
  if (first === undefined || first === '') return [];
  if (area === 'courses') return [{ to: 'course', key: first }];
  if (area === 'subjects') return [{ to: 'subject', key: first }];
  if (area !== 'learn') return [];
  return [
    { to: 'course', key: first },
    ...(second === undefined ? [] : [node('Module', second)]),
    ...(third === undefined ? [] : [node('Content', third)]),
  ];
}

/** What must be there for a link to lead somewhere; nothing is asked of links to other sites, or within the text. */
export function targetsOf(address: string, publicUrl: string): LinkTarget[] {
  if (address.startsWith('#')) return [];
  try {
    const url = new URL(address, `${publicUrl}/`);
    return url.origin === new URL(publicUrl).origin ? inPath(url.pathname) : [];
  } catch {
    return nothing;
  }
}
