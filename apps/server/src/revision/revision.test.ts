import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { type Caller, openSchool } from '../../test/harness.ts';
import { uploaded } from '../../test/upload.ts';

const school = await openSchool();
const make = new Factory(school);

graphql(`
  fragment RevisionOfItem on UserError {
    code
    ... on EditConflict {
      editedBy {
        id
      }
      current {
        __typename
        ... on Item {
          title
        }
      }
    }
  }
`);

const EditFile = graphql(`
  mutation RevisionEditFile($input: UpdateFileInput!) {
    edited: updateFile(input: $input) {
      userErrors {
        ...RevisionOfItem
      }
    }
  }
`);

const EditImage = graphql(`
  mutation RevisionEditImage($input: UpdateImageInput!) {
    edited: updateImage(input: $input) {
      userErrors {
        ...RevisionOfItem
      }
    }
  }
`);

const EditVideo = graphql(`
  mutation RevisionEditVideo($input: UpdateVideoInput!) {
    edited: updateVideo(input: $input) {
      userErrors {
        ...RevisionOfItem
      }
    }
  }
`);

const AddFiles = graphql(`
  mutation RevisionAddFiles($file: CreateFileInput!, $image: CreateImageInput!, $video: CreateVideoInput!) {
    file: createFile(input: $file) {
      content {
        id
      }
    }
    image: createImage(input: $image) {
      content {
        id
      }
    }
    video: createVideo(input: $video) {
      content {
        id
      }
    }
  }
`);

const Edit = graphql(`
  mutation RevisionEdit($course: UpdateCourseInput!) {
    updateCourse(input: $course) {
      userErrors {
        code
      }
    }
  }
`);

const Hide = graphql(`
  mutation RevisionHide($id: ID!) {
    unpublishModule(input: { id: $id }) {
      module {
        status
        revision
        lastEditedBy {
          id
        }
      }
    }
  }
`);

const Seen = graphql(`
  query RevisionSeen($id: ID!) {
    node(id: $id) {
      ... on Course {
        revision
        lastEditedAt
        lastEditedBy {
          id
        }
      }
    }
  }
`);

const owner = await make.user('Instructors');
const colleague = await make.user('Administrators');
const [mine, theirs] = [await school.as(owner.uuid), await school.as(colleague.uuid)];

test('files, images and films are edited by the same rule', async () => {
  const module = await make.module(await make.course(owner), 1);
  const [{ id: fileId }, { id: imageId }] = [await uploaded(mine, 'FILE'), await uploaded(mine, 'IMAGE')];
  const place = { moduleId: module.id, title: 'One' };
  const made = await mine.data(AddFiles, {
    file: { ...place, fileId },
    image: { ...place, fileId: imageId, alternativeText: 'What it shows' },
    video: { ...place, url: 'https://vimeo.com/76979871' },
  });
  const late = (contentId: string | undefined) => ({ input: { contentId: contentId ?? '', title: 'Two', expectedRevision: 7 } });
  const answers = [
    await mine.data(EditFile, late(made.file?.content?.id)),
    await mine.data(EditImage, late(made.image?.content?.id)),
    await mine.data(EditVideo, late(made.video?.content?.id)),
  ];
  expect(answers.map(({ edited }) => edited?.userErrors[0])).toMatchObject([
    { code: 'EDIT_CONFLICT', editedBy: null, current: { __typename: 'File', title: 'One' } },
    { code: 'EDIT_CONFLICT', editedBy: null, current: { __typename: 'Image', title: 'One' } },
    { code: 'EDIT_CONFLICT', editedBy: null, current: { __typename: 'Video', title: 'One' } },
  ]);
});

test('a change of the status alone is no edit of what is written', async () => {
  const { id } = await make.module(await make.course(owner), 1);
  const { unpublishModule } = await theirs.data(Hide, { id });
  expect(unpublishModule?.module).toEqual({ status: 'DRAFT', revision: 1, lastEditedBy: null });
});

test('who edits is told to those alone who may edit too', async () => {
  const { id } = await make.course(owner);
  await theirs.data(Edit, { course: { id, title: 'Better' } });
  const seenBy = async (caller: Caller) => (await caller.data(Seen, { id })).node;
  const seen = await seenBy(mine);
  expect(seen).toMatchObject({ revision: 2, lastEditedBy: { id: colleague.id } });
  expect(seen).not.toMatchObject({ lastEditedAt: null });
  const visitor = { revision: 2, lastEditedBy: null, lastEditedAt: null };
  expect(await seenBy(school.nobody)).toEqual(visitor);
  expect(await seenBy(await school.as((await make.user('Instructors')).uuid))).toEqual(visitor);
});
