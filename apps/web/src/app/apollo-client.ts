import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';

import { OperationTypeNode } from 'graphql';
import possibleTypes from '../gql/possible-types.ts';
import { earlyAnswers } from '../lib/early-answers.ts';
import { graphqlPath, preflightHeader } from '../lib/graphql-request.ts';
import { session } from '../lib/session.ts';
import { authLink } from './auth-link.ts';
import { earlyAnswerLink } from './early-answer-link.ts';
import { keptList } from './kept-list.ts';
import { connectionLink } from './connection-link.ts';
import { liveLink } from './live-link.ts';
import { newerAnswerLink } from './newer-answer-link.ts';
import { trustedDocumentLink } from './trusted-document-link.ts';

/** What asks the server to answer an author as it would answer a student. */
const viewAsStudent = { 'cursus-view-as': 'student' };

/** A cache holds what one person may see: who signs in or out gets a new client, and so does who looks at a course as a student. */
export function makeApolloClient(isPreview: boolean): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      liveLink(session, isPreview),
      ApolloLink.from([
        newerAnswerLink(),
        earlyAnswerLink(earlyAnswers),
        authLink(session),
        trustedDocumentLink(),
        connectionLink(),
        new HttpLink({ uri: graphqlPath, credentials: 'same-origin', headers: { ...preflightHeader, ...(isPreview && viewAsStudent) } }),
      ]),
    ),
    cache: new InMemoryCache({
      ...possibleTypes,
      typePolicies: {
        Query: {
          fields: {
            courses: keptList(['search', 'filter', 'orderBy']),
            subjects: keptList(['search', 'orderBy']),
            allCourses: keptList(['search', 'filter', 'orderBy']),
            enrolments: keptList(['search', 'filter', 'orderBy']),
            sessions: keptList(['search', 'filter', 'orderBy']),
            tokens: keptList(['search', 'filter', 'orderBy']),
            files: keptList(['search', 'filter', 'orderBy']),
            auditEntries: keptList(['search', 'filter', 'orderBy']),
            users: keptList(['search', 'filter', 'orderBy']),
            groups: keptList(['search', 'filter', 'orderBy']),
            invitations: keptList(['search', 'orderBy']),
          },
        },
        Group: { fields: { members: keptList(['search']) } },
        Subject: { fields: { courses: keptList(['orderBy']) } },
        User: {
          fields: {
            groups: { merge: false },
            courses: keptList(['orderBy']),
            enrolments: keptList(['isFinished']),
            trashedCourses: keptList(),
          },
        },
        // Lists that come whole: the newer one is the list.
        Course: {
          fields: {
            enrolments: keptList(['search', 'orderBy']),
            modules: { merge: false },
            trashedModules: keptList(),
            trashedContents: keptList(),
          },
        },
        Module: { fields: { contents: { merge: false } } },
        // Values without an id: what is newly asked of them stands beside what is known.
        Profile: { merge: true },
        Progress: { merge: true },
      },
    }),
    // What is known is shown at once, and asked again behind it.
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}
