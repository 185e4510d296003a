import { createCursusClient, requireAccepted } from '@cursus/client';
import { graphql } from './gql/gql.ts';

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
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
      token {
        id
        prefix
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const endpoint = `${process.env['CURSUS_URL']}/graphql`;
const { signIn } = await createCursusClient({ endpoint }).request(SignIn, { input: { login: 'student', password: 'cursus-demo' } });
const accessToken = requireAccepted(signIn).credentials?.accessToken ?? null;

const inAMonth = new Date(Date.now() + 30 * 24 * 60 * 60 * 1_000).toISOString();
const { createToken } = await createCursusClient({ endpoint, token: accessToken }).request(CreateToken, {
  input: { name: 'Enrols me', scopes: ['CATALOG_READ', 'ENROLMENT_WRITE'], expiresAt: inAMonth },
});
// The secret itself is shown this once: put it where nobody reads it.
console.log(requireAccepted(createToken).token?.prefix);
