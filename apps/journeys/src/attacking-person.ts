import { randomUUID } from 'node:crypto';

import { inject } from 'vitest';

import { closedHtml, polyglots } from './attacks.ts';
import { askApi, signIn } from './graphql-request.ts';

/** Somebody whose names and words about themselves are attacks; a student of `courseSlug`. */
export interface AttackingPerson {
  readonly id: string;
  readonly username: string;
  readonly password: string;
}

const oneLine = (text: string): string => text.replaceAll(/\p{Control}/gu, ' ').slice(0, 100);

export async function signUpAttackingPerson(courseSlug: string): Promise<AttackingPerson> {
  const url = inject('cursusUrl');
  const [username, password] = [`mallory-${randomUUID().slice(0, 8)}`, 'a long walk by the river'];
  const [firstName = '', lastName = ''] = polyglots.map(oneLine);
  const account = { username, password, email: `${username}@example.org`, firstName, lastName };
  const { signUp } = await askApi<{ signUp: { credentials: { accessToken: string; viewer: { id: string } } } }>(
    url,
    'mutation SignUp($input: SignUpInput!) { signUp(input: $input) { credentials { accessToken viewer { id } } } }',
    { input: account },
  );
  const { accessToken, viewer } = signUp.credentials;
  const bio = closedHtml.join('\n').slice(0, 2_000);
  await askApi(
    url,
    'mutation Write($input: UpdateProfileInput!) { updateProfile(input: $input) { viewer { id } userErrors { code } } }',
    { input: { bio } },
    accessToken,
  );
  const { course } = await askApi<{ course: { id: string } }>(
    url,
    'query Course($slug: String!) { course: courseBySlug(slug: $slug) { id } }',
    { slug: courseSlug },
    await signIn(url, 'instructor'),
  );
  const enrol = 'mutation Enrol($input: EnrolInput!) { enrol(input: $input) { enrolment { id } } }';
  await askApi(url, enrol, { input: { courseId: course.id } }, accessToken);
  return { id: viewer.id, username, password };
}
