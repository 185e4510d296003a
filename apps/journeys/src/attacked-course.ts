import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { inject } from 'vitest';

import { root } from '../../../scripts/checkout.mjs';
import { familyAttacks } from './attack-families.ts';
import { closedHtml, markdownAttacks, openHtml, polyglots } from './attacks.ts';
import { askApi, signIn } from './graphql-request.ts';
import { publishedFixtures } from './published-fixtures.ts';

/** A published course in which every text is an attack; `student` follows it. */
export interface AttackedCourse {
  readonly id: string;
  readonly slug: string;
  readonly moduleId: string;
  /** A content for each of DOMPurify's fixtures: its title and its text. */
  readonly fixturesModuleId: string;
  readonly contents: readonly { readonly id: string; readonly kind: string }[];
}

const [title = '', moduleTitle = '', itemTitle = ''] = polyglots;
const oneLine = (attack: string): string => attack.replaceAll('\n', ' ');

const table = `| a | b |\n| --- | --- |\n${closedHtml.map((attack) => `| ${oneLine(attack)} | \`${oneLine(attack)}\` |`).join('\n')}`;
const list = closedHtml.flatMap((attack) => [`- ${oneLine(attack)}`, `  > ${oneLine(attack)}`]).join('\n');

/** The attacks in every place that Markdown has for them: several texts, because each is a page for each reader. */
const bodies: readonly string[] = [
  [table, ...closedHtml].join('\n\n'),
  [list, ...closedHtml.map((attack) => `Words ${oneLine(attack)} and **${oneLine(attack)}** go on.`)].join('\n\n'),
  // A quote ends what is left open in it.
  [...markdownAttacks, ...openHtml.map((attack) => `> ${attack}`)].join('\n\nthen\n\n'),
  familyAttacks.map((attack) => `> ${attack}`).join('\n\n'),
  publishedFixtures.flatMap((attack) => [`> ${attack.replaceAll('\n', '\n> ')}`, `Words ${oneLine(attack)} go on.`]).join('\n\n'),
];

const filmAddress = 'https://www.youtube.com/watch?v=aqz-KE-bpKQ';

async function uploadByApi(token: string, use: 'IMAGE' | 'FILE', file: string, name: string): Promise<string> {
  const form = new FormData();
  const query = 'mutation Upload($input: UploadFileInput!) { uploadFile(input: $input) { file { id } } }';
  form.set('operations', JSON.stringify({ query, variables: { input: { file: null, use } } }));
  form.set('map', JSON.stringify({ file: ['variables.input.file'] }));
  form.set('file', new Blob([new Uint8Array(await readFile(file))]), name);
  const headers = { authorization: `Bearer ${token}`, 'apollo-require-preflight': 'true' };
  const response = await fetch(`${inject('cursusUrl')}/graphql`, { method: 'POST', headers, body: form });
  const { data } = (await response.json()) as { data: { uploadFile: { file: { id: string } } } };
  return data.uploadFile.file.id;
}

export async function writeAttackedCourse(): Promise<AttackedCourse> {
  const url = inject('cursusUrl');
  const token = await signIn(url, 'instructor');
  const ask = <Data>(document: string, input: object): Promise<Data> => askApi<Data>(url, document, { input }, token);
  const add = async (kind: string, input: object): Promise<{ id: string; kind: string }> => {
    const document = `mutation Add($input: Create${kind}Input!) { added: create${kind}(input: $input) { content { id } userErrors { message path } } }`;
    const { added } = await ask<{ added: { content: { id: string } | null; userErrors: object[] } }>(document, {
      ...input,
      status: 'PUBLISHED',
    });
    if (added.content === null) throw new Error(JSON.stringify(added.userErrors));
    return { id: added.content.id, kind };
  };

  const { subject } = await askApi<{ subject: { id: string } }>(url, '{ subject: subjectBySlug(slug: "histoire") { id } }');
  const { createCourse } = await ask<{ createCourse: { course: { id: string; slug: string } } }>(
    'mutation Create($input: CreateCourseInput!) { createCourse(input: $input) { course { id slug } } }',
    {
      subjectId: subject.id,
      title,
      slug: `attacked-${randomUUID().slice(0, 8)}`,
      language: 'en',
      overview: [...closedHtml, ...markdownAttacks].join('\n\n').slice(0, 20_000),
      outcomes: polyglots,
    },
  );
  const { id: courseId, slug } = createCourse.course;
  const addModule = async (description: string): Promise<string> => {
    const { createModule } = await ask<{ createModule: { module: { id: string } } }>(
      'mutation Add($input: CreateModuleInput!) { createModule(input: $input) { module { id } } }',
      { courseId, title: moduleTitle, description, status: 'PUBLISHED' },
    );
    return createModule.module.id;
  };
  const moduleId = await addModule(closedHtml.join(' ').slice(0, 2_000));
  const fixturesModuleId = await addModule(publishedFixtures.join(' ').slice(0, 2_000));
  for (const body of publishedFixtures)
    await add('Text', { moduleId: fixturesModuleId, title: body.replaceAll(/\p{Control}/gu, ' ').slice(0, 100), body });

  const media = join(root, 'apps', 'server', 'sample', 'courses', 'algorithms-you-can-see');
  const imageId = await uploadByApi(token, 'IMAGE', join(media, 'growth.png'), `"><img src=x onerror=alert(1)>.png`);
  const sheetId = await uploadByApi(token, 'FILE', join(media, 'algorithms-summary.pdf'), `<svg onload=alert(1)>${basename(media)}.pdf`);
  const contents = [];
  for (const body of bodies) contents.push(await add('Text', { moduleId, title: itemTitle, body }));
  contents.push(
    await add('Image', { moduleId, title: moduleTitle, fileId: imageId, alternativeText: title, caption: polyglots.join(' ') }),
  );
  contents.push(await add('File', { moduleId, title: itemTitle, fileId: sheetId, description: closedHtml.join('\n').slice(0, 5_000) }));
  contents.push(await add('Video', { moduleId, title, url: filmAddress, description: closedHtml.join('\n').slice(0, 5_000) }));

  const { id } = await add('Text', { moduleId, title: itemTitle, body: polyglots.join('\n\n') });
  await ask('mutation Delete($input: DeleteContentInput!) { deleteContent(input: $input) { deletedContentId } }', { id });

  await ask('mutation Publish($input: PublishCourseInput!) { publishCourse(input: $input) { course { id } } }', { id: courseId });
  await askApi(
    url,
    'mutation Enrol($input: EnrolInput!) { enrol(input: $input) { enrolment { id } } }',
    { input: { courseId } },
    await signIn(url, 'student'),
  );
  return { id: courseId, slug, moduleId, fixturesModuleId, contents };
}
