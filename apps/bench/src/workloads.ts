import { createHash } from 'node:crypto';
import { documents, postgraphileDocuments, type WorkloadName } from './documents.ts';
import type { Calls } from './load.ts';
import type { Subjects } from './subjects.ts';

export type ServerName = 'cursus' | 'bare' | 'postgraphile';

/** One way of asking one server for one thing. */
export interface Way {
  readonly workload: WorkloadName;
  readonly way: string;
  readonly server: ServerName;
  readonly calls: Calls;
}

/** Whose session a request of Cursus is sent in. */
export interface Authorizations {
  readonly teacher: string;
  readonly student: string;
}

export const titles: Record<WorkloadName, string> = {
  catalogue: 'catalogue tree: 20 courses with subject, owner and modules',
  course: 'one course with its modules',
  module: "an enrolled student's module with its contents",
  reorder: 'a reorder of 10 modules',
  search: 'a search',
};

const globalId = (type: string, uuid: string): string => Buffer.from(`${type}:${uuid}`).toString('base64url');

/** How a trusted document is called: by the hash of its text. */
export const documentId = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ({ method: 'POST', path, headers, body: JSON.stringify(body) }) as const;

/** The modules of a connection's course, the other way round each time. */
function orderOf({ reordered }: Subjects, connection: number, nth: number) {
  const { courseId, moduleIds } = reordered[connection % reordered.length] ?? { courseId: '', moduleIds: [] };
  return { courseId, moduleIds: nth % 2 === 0 ? moduleIds.toReversed() : moduleIds };
}

type VariablesOf = (connection: number, nth: number) => Record<string, unknown>;

function cursusVariables(workload: WorkloadName, subjects: Subjects): VariablesOf {
  if (workload === 'course') return () => ({ slug: subjects.slug });
  if (workload === 'module') return () => ({ id: globalId('Module', subjects.moduleId) });
  if (workload === 'search') return () => ({ search: subjects.search });
  if (workload === 'catalogue') return () => ({});
  return (connection, nth) => {
    const { courseId, moduleIds } = orderOf(subjects, connection, nth);
    return { courseId: globalId('Course', courseId), ids: moduleIds.map((id) => globalId('Module', id)) };
  };
}

function byText(workload: WorkloadName, variables: VariablesOf, headers: Record<string, string>): Calls {
  // Not to the letter a text that is trusted: that would run compiled.
  const query = `${documents[workload]} `;
  return (connection, nth) => post('/graphql', { query, variables: variables(connection, nth) }, headers);
}

function byId(workload: WorkloadName, variables: VariablesOf, headers: Record<string, string>): Calls {
  const id = documentId(documents[workload]);
  if (workload === 'reorder')
    return (connection, nth) => post('/graphql', { documentId: id, variables: variables(connection, nth) }, headers);
  return (connection, nth) => {
    const query = `documentId=${encodeURIComponent(id)}&variables=${encodeURIComponent(JSON.stringify(variables(connection, nth)))}`;
    return { method: 'GET', path: `/graphql?${query}`, headers };
  };
}

function bareValues(workload: WorkloadName, subjects: Subjects): (connection: number, nth: number) => unknown[] {
  if (workload === 'course') return () => [subjects.slug];
  if (workload === 'module') return () => [subjects.moduleId, subjects.studentId];
  if (workload === 'search') return () => [subjects.search];
  if (workload === 'catalogue') return () => [];
  return (connection, nth) => {
    const { courseId, moduleIds } = orderOf(subjects, connection, nth);
    return [courseId, moduleIds];
  };
}

function bareCalls(workload: WorkloadName, subjects: Subjects, way: 'plain' | 'named'): Calls {
  const values = bareValues(workload, subjects);
  if (workload === 'reorder') return (connection, nth) => post(`/${way}/${workload}`, values(connection, nth));
  return (connection, nth) => ({
    method: 'GET',
    path: `/${way}/${workload}?values=${encodeURIComponent(JSON.stringify(values(connection, nth)))}`,
    headers: {},
  });
}

function postgraphileCalls(query: string, { slug, moduleId, studentId, search }: Subjects): Calls {
  return () => post('/graphql', { query, variables: { slug, id: moduleId, student: studentId, search } });
}

function waysOf(workload: WorkloadName, subjects: Subjects, authorizations: Authorizations): Way[] {
  const authorization = workload === 'reorder' ? authorizations.teacher : authorizations.student;
  const signedIn = { authorization };
  const variables = cursusVariables(workload, subjects);
  const postgraphile = postgraphileDocuments[workload];
  const ways: Way[] = [
    { workload, way: 'bare, one statement', server: 'bare', calls: bareCalls(workload, subjects, 'plain') },
    { workload, way: 'bare, one named statement', server: 'bare', calls: bareCalls(workload, subjects, 'named') },
    { workload, way: 'Cursus, free text', server: 'cursus', calls: byText(workload, variables, signedIn) },
    { workload, way: 'Cursus, trusted document', server: 'cursus', calls: byId(workload, variables, signedIn) },
  ];
  if (postgraphile !== undefined) {
    ways.push({ workload, way: 'PostGraphile', server: 'postgraphile', calls: postgraphileCalls(postgraphile, subjects) });
  }
  if (workload !== 'catalogue') return ways;
  // What the document does not declare is passed over; a request that says something else is remembered apart, so never found again.
  let request = 0;
  const neverTheSame: VariablesOf = () => ({ request: (request += 1) });
  return [
    ...ways,
    { workload, way: 'Cursus, trusted, nobody signed in, not remembered', server: 'cursus', calls: byId(workload, neverTheSame, {}) },
    { workload, way: 'Cursus, trusted, nobody signed in, remembered', server: 'cursus', calls: byId(workload, variables, {}) },
  ];
}

/** Every way of asking that is measured, side by side. */
export const allWays = (subjects: Subjects, authorizations: Authorizations): Way[] =>
  (Object.keys(documents) as WorkloadName[]).flatMap((workload) => waysOf(workload, subjects, authorizations));
