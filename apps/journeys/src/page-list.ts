import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { root } from '../../../scripts/checkout.mjs';
import { askApi, signIn } from './graphql-request.ts';

const routerFolder = join(root, 'apps', 'web', 'src', 'app');

/** The group of who administers: it is the same in every installation. */
const administrators = Buffer.from('Group:00000000-0000-4000-8000-000000000001').toString('base64url');

/** The sample course that has every kind of content, is taught by `instructor` and followed by `student`. */
export const richCourse = 'algorithms-you-can-see';

/** The patterns of all addresses that the application's router knows, read from its source. */
export async function routePatterns(): Promise<string[]> {
  const files = (await readdir(routerFolder)).filter((name) => name.includes('route') && !name.includes('.test.'));
  const sources = await Promise.all(files.map((name) => readFile(join(routerFolder, name), 'utf8')));
  return sources.flatMap((source) => [...source.matchAll(/(?:[pP]age\(\s*|path: )'([^']+)'/g)].map(([, pattern = '']) => pattern));
}

const logDocument = `query Log { auditEntries(first: 1, filter: { kinds: [COURSE] }) { nodes { id } } }`;

interface Log {
  readonly auditEntries: { readonly nodes: readonly { readonly id: string }[] };
}

interface Item {
  readonly __typename: string;
  readonly embed?: object | null;
}

interface Outline {
  readonly viewer: { readonly id: string };
  readonly courseBySlug: {
    readonly id: string;
    readonly subject: { readonly id: string };
    readonly owner: { readonly id: string };
    readonly modules: readonly { readonly id: string; readonly contents: readonly { readonly id: string; readonly item: Item }[] }[];
  };
}

const outlineDocument = `query Outline($slug: String!) {
  viewer { id }
  courseBySlug(slug: $slug) {
    id
    subject { id }
    owner { id }
    modules { id contents { id item { __typename ... on Video { embed { host } } } } }
  }
}`;

/** For every pattern of the router, addresses to look at: one a kind of content, where a page shows contents. */
export async function pageAddresses(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const { courseBySlug, viewer } = await askApi<Outline>(url, outlineDocument, { slug: richCourse }, await signIn(url, 'instructor'));
  const { auditEntries } = await askApi<Log>(url, logDocument, {}, await signIn(url, 'admin'));
  const { subject, ...course } = courseBySlug;
  const contents = course.modules.flatMap((module) => module.contents.map((content) => ({ ...content, moduleId: module.id })));
  // A film of the school and one on another site are shown in different ways.
  const shown = new Map(contents.map((content) => [content.item.embed ? 'a film elsewhere' : content.item.__typename, content]));
  const oneOfEachKind = [...shown.values()];
  const kinds = [...new Set(oneOfEachKind.map(({ item }) => item.__typename.toLowerCase()))];
  const module = course.modules[0]?.id ?? '';
  return {
    '/': ['/'],
    '/subjects/:slug': ['/subjects/science'],
    '/courses/:slug': [`/courses/${richCourse}`],
    '/learn': ['/learn'],
    '/sign-in': ['/sign-in'],
    '/sign-up': ['/sign-up'],
    '/learn/:courseSlug/:moduleId/print': [`/learn/${richCourse}/${module}/print`],
    '/forgot-password': ['/forgot-password'],
    '/forgot-password/sent': ['/forgot-password/sent'],
    '/reset-password': ['/reset-password', '/reset-password#a-link'],
    '/reset-password/done': ['/reset-password/done'],
    '/confirm-email': ['/confirm-email#a-link'],
    '/mailbox': ['/mailbox'],
    '/people/:id': [`/people/${courseBySlug.owner.id}`],
    '/account': [],
    '/account/profile': ['/account/profile'],
    '/account/security': ['/account/security'],
    '/account/email': ['/account/email'],
    '/account/tokens': ['/account/tokens'],
    '/account/data': ['/account/data'],
    '/learn/:courseSlug/:moduleId?/:contentId?': oneOfEachKind.map(({ id, moduleId }) => `/learn/${richCourse}/${moduleId}/${id}`),
    '/teach': ['/teach'],
    '/teach/new': ['/teach/new'],
    '/teach/:slug': [`/teach/${richCourse}`],
    '/teach/:slug/modules': [`/teach/${richCourse}/modules`],
    '/teach/:slug/trash': [`/teach/${richCourse}/trash`],
    '/teach/:slug/settings': [`/teach/${richCourse}/settings`],
    '/teach/:slug/views': [`/teach/${richCourse}/views`],
    '/teach/:slug/checklist': [`/teach/${richCourse}/checklist`],
    '/teach/:slug/students': [`/teach/${richCourse}/students`],
    '/teach/:slug/preview': [`/teach/${richCourse}/preview`],
    '/teach/:slug/modules/:moduleId/new/:kind': kinds.map((kind) => `/teach/${richCourse}/modules/${module}/new/${kind}`),
    '/teach/:slug/contents/:contentId': oneOfEachKind.map(({ id }) => `/teach/${richCourse}/contents/${id}`),
    '/admin': ['/admin'],
    '/admin/users/import': ['/admin/users/import'],
    '/admin/system': ['/admin/system'],
    '/admin/users/:id/erase': [`/admin/users/${viewer.id}/erase`],
    '/admin/:kind': [
      '/admin/subjects',
      '/admin/courses',
      '/admin/users',
      '/admin/groups',
      '/admin/invitations',
      '/admin/enrolments',
      '/admin/files',
      '/admin/sessions',
      '/admin/tokens',
      '/admin/auditEntries',
    ],
    '/admin/:kind/:id': [
      '/admin/subjects/new',
      '/admin/users/new',
      '/admin/groups/new',
      '/admin/invitations/new',
      '/admin/enrolments/new',
      `/admin/users/${viewer.id}`,
      `/admin/groups/${administrators}`,
      `/admin/subjects/${subject.id}`,
      ...auditEntries.nodes.map(({ id }) => `/admin/auditEntries/${id}`),
      `/admin/courses/${course.id}`,
    ],
    '*': ['/nowhere'],
  };
}
