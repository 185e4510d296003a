import type { Scope } from '../../gql/graphql.ts';

/** What a scope is about, as a person would look for it. The API's next scope fails the type check until it has a place here. */
const groupOfScope = {
  CATALOG_READ: 'courses',
  COURSE_READ: 'courses',
  COURSE_WRITE: 'courses',
  SUBJECT_WRITE: 'courses',
  ENROLMENT_READ: 'learning',
  ENROLMENT_WRITE: 'learning',
  PROGRESS_READ: 'learning',
  PROGRESS_WRITE: 'learning',
  FILE_READ: 'files',
  FILE_WRITE: 'files',
  PROFILE_READ: 'account',
  PROFILE_WRITE: 'account',
  DATA_READ: 'account',
  USER_READ: 'administration',
  USER_WRITE: 'administration',
  GROUP_READ: 'administration',
  GROUP_WRITE: 'administration',
  AUDIT_READ: 'administration',
  SYSTEM_READ: 'administration',
  SYSTEM_WRITE: 'administration',
} as const satisfies Record<Scope, string>;

type ScopeGroup = (typeof groupOfScope)[Scope];

export const allScopes = Object.keys(groupOfScope) as Scope[];
export const readingScopes = allScopes.filter((scope) => scope.endsWith('_READ'));

/** The groups in their order, each with its scopes in theirs. */
export const scopeGroups = [...new Set(Object.values(groupOfScope))].map((group: ScopeGroup) => ({
  group,
  scopes: allScopes.filter((scope) => groupOfScope[scope] === group),
}));
