import { randomUUID } from 'node:crypto';
import { createCursusClient, requireAccepted } from '@cursus/client';
import { inject } from 'vitest';
import { graphql } from './gql/gql.ts';
import type { Scope } from './gql/graphql.ts';

const SignIn = graphql(`
  mutation SignIn($login: String!) {
    signIn(input: { login: $login, password: "cursus-demo" }) {
      credentials {
        accessToken
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const SignUp = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      credentials {
        accessToken
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const CreateToken = graphql(`
  mutation CreateToken($input: CreateTokenInput!) {
    createToken(input: $input) {
      secret
      userErrors {
        code
        message
        path
      }
    }
  }
`);

interface SignedIn {
  readonly credentials?: { readonly accessToken: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

export const endpoint = (): string => `${inject('cursusUrl')}/graphql`;

/** A token of one of the sample school. */
export async function tokenOf(login: 'admin' | 'instructor' | 'student'): Promise<string> {
  const { signIn } = await createCursusClient({ endpoint: endpoint() }).request(SignIn, { login });
  return tokenIn(signIn);
}

/** A token of a student whom nobody knows yet. */
export async function tokenOfNewStudent(): Promise<string> {
  const username = `program-${randomUUID().slice(0, 8)}`;
  const person = { username, email: `${username}@example.org`, firstName: 'Pro', lastName: 'Gram', password: 'a long walk by the river' };
  const { signUp } = await createCursusClient({ endpoint: endpoint() }).request(SignUp, { input: person });
  return tokenIn(signUp);
}

function tokenIn(payload: SignedIn | null | undefined): string {
  const { credentials } = requireAccepted(payload);
  if (!credentials) throw new Error('Nobody is signed in.');
  return credentials.accessToken;
}

export const allScopes: Scope[] = [
  'CATALOG_READ',
  'COURSE_READ',
  'COURSE_WRITE',
  'ENROLMENT_READ',
  'ENROLMENT_WRITE',
  'FILE_READ',
  'FILE_WRITE',
  'PROFILE_READ',
  'PROGRESS_READ',
  'PROGRESS_WRITE',
  'SUBJECT_WRITE',
];

/** What a program of this person sends: a personal token, good for these scopes. */
export async function personalTokenOf(accessToken: string, scopes: Scope[]): Promise<string> {
  const input = { name: 'A program', scopes, expiresAt: new Date(Date.now() + 3_600_000).toISOString() };
  const { createToken } = await createCursusClient({ endpoint: endpoint(), token: accessToken }).request(CreateToken, { input });
  return requireAccepted(createToken).secret ?? '';
}
