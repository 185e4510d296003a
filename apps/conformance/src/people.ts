import { randomUUID } from 'node:crypto';
import { createCursusClient, requireAccepted } from '@cursus/client';
import { inject } from 'vitest';
import { graphql } from './gql/gql.ts';

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
