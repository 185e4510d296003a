import { expect, test } from 'vitest';
import { Factory } from './factories.ts';
import { graphql } from './gql/gql.ts';
import { type Caller, openSchool } from './harness.ts';
import { statementCost } from './statement-cost.ts';
import { uploaded } from './upload.ts';

const school = await openSchool();
const make = new Factory(school);

const Outline = graphql(`
  query StatementsOutline($slug: String!) {
    courseBySlug(slug: $slug) {
      title
      modules {
        title
        contentCount
        viewerCanEdit
        viewerProgress {
          percent
        }
        course {
          id
        }
      }
    }
  }
`);

const Player = graphql(`
  query StatementsPlayer($slug: String!) {
    courseBySlug(slug: $slug) {
      viewerEnrolment {
        progress {
          percent
        }
        lastContent {
          id
        }
      }
      modules {
        viewerProgress {
          percent
        }
        contents {
          viewerHasCompleted
          viewerCanEdit
          module {
            id
          }
          item {
            title
            owner {
              profile {
                displayName
              }
            }
            ... on Text {
              body
              pictures {
                url
              }
            }
            ... on File {
              description
              file {
                url
              }
            }
            ... on Image {
              alternativeText
              caption
              file {
                url
              }
            }
            ... on Video {
              description
              upload {
                url
              }
              captions {
                language
                file {
                  url
                }
              }
              poster {
                url
              }
              embed {
                playerUrl
              }
            }
          }
        }
      }
    }
  }
`);

const Add = graphql(`
  mutation StatementsAdd($moduleId: ID!, $fileId: ID!, $imageId: ID!, $videoId: ID!, $captionsId: ID!) {
    createFile(input: { moduleId: $moduleId, title: "File", fileId: $fileId }) {
      content {
        id
      }
    }
    createImage(input: { moduleId: $moduleId, title: "Image", fileId: $imageId, alternativeText: "Teal" }) {
      content {
        id
      }
    }
    film: createVideo(
      input: {
        moduleId: $moduleId
        title: "Film"
        fileId: $videoId
        posterId: $imageId
        captions: [{ language: "en", fileId: $captionsId }]
      }
    ) {
      content {
        id
      }
    }
    embedded: createVideo(input: { moduleId: $moduleId, title: "Film", url: "https://vimeo.com/76979871" }) {
      content {
        id
      }
    }
  }
`);

test('a course costs the same, of 2 modules and of 20', async () => {
  const student = await make.user();
  const caller = await school.as(student.uuid);
  const cost = async (modules: number) => {
    const course = await make.course(await make.user('Instructors'));
    for (let at = 0; at < modules; at += 1) await make.content(await make.module(course));
    await make.enrolment(course, student);
    return statementCost(school, caller, [Outline, { slug: course.slug }]);
  };
  expect(await cost(20)).toBe(await cost(2));
});

async function uploadAllKinds(instructor: Caller) {
  const ids = await Promise.all((['FILE', 'IMAGE', 'VIDEO', 'CAPTIONS'] as const).map((use) => uploaded(instructor, use)));
  const [fileId = '', imageId = '', videoId = '', captionsId = ''] = ids.map(({ id }) => id);
  return { fileId, imageId, videoId, captionsId };
}

test('a student’s course costs the same, of 2 contents of every kind and of 20', async () => {
  const [owner, student] = [await make.user('Instructors'), await make.user()];
  const [instructor, caller] = [await school.as(owner.uuid), await school.as(student.uuid)];
  const files = await uploadAllKinds(instructor);
  const cost = async (times: number) => {
    const course = await make.course(owner);
    for (let at = 0; at < times; at += 1) {
      const module = await make.module(course);
      await make.content(module);
      await instructor.data(Add, { moduleId: module.id, ...files });
    }
    await make.enrolment(course, student);
    return statementCost(school, caller, [Player, { slug: course.slug }]);
  };
  expect(await cost(20)).toBe(await cost(2));
});
