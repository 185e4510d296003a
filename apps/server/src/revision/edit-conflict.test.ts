import { describe, expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import type { RevisionOfEditFragment } from '../../test/gql/graphql.ts';
import { type Caller, openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);

graphql(`
  fragment RevisionOfEdit on UserError {
    __typename
    code
    path
    ... on EditConflict {
      editedAt
      editedBy {
        id
      }
      current {
        __typename
        id
        ... on Course {
          title
          revision
        }
        ... on Module {
          title
          revision
        }
        ... on Item {
          title
          revision
        }
      }
    }
  }
`);

const EditCourse = graphql(`
  mutation RevisionEditCourse($input: UpdateCourseInput!) {
    edited: updateCourse(input: $input) {
      object: course {
        id
        title
        revision
        lastEditedAt
        lastEditedBy {
          id
        }
      }
      userErrors {
        ...RevisionOfEdit
      }
    }
  }
`);

const EditModule = graphql(`
  mutation RevisionEditModule($input: UpdateModuleInput!) {
    edited: updateModule(input: $input) {
      object: module {
        id
        title
        status
        revision
        lastEditedBy {
          id
        }
      }
      userErrors {
        ...RevisionOfEdit
      }
    }
  }
`);

const EditText = graphql(`
  mutation RevisionEditText($input: UpdateTextInput!) {
    edited: updateText(input: $input) {
      object: content {
        item {
          id
          title
          revision
          lastEditedBy {
            id
          }
        }
      }
      userErrors {
        ...RevisionOfEdit
      }
    }
  }
`);

const owner = await make.user('Instructors');
const colleague = await make.user('Administrators');
const [mine, theirs] = [await school.as(owner.uuid), await school.as(colleague.uuid)];

interface Edited {
  readonly revision?: number | undefined;
  readonly by?: string | undefined;
  readonly userErrors: readonly RevisionOfEditFragment[];
}

/** Each kind of thing that is edited, by the same three words. */
interface Revised {
  readonly name: string;
  readonly edit: (caller: Caller, title: string, expectedRevision?: number | null) => Promise<Edited>;
}

async function courseToEdit(): Promise<Revised> {
  const { id } = await make.course(owner);
  return {
    name: 'Course',
    async edit(caller, title, expectedRevision = null) {
      const { edited } = await caller.data(EditCourse, { input: { id, title, expectedRevision } });
      return { revision: edited?.object?.revision, by: edited?.object?.lastEditedBy?.id, userErrors: edited?.userErrors ?? [] };
    },
  };
}

async function moduleToEdit(): Promise<Revised> {
  const { id } = await make.module(await make.course(owner), 1);
  return {
    name: 'Module',
    async edit(caller, title, expectedRevision = null) {
      const { edited } = await caller.data(EditModule, { input: { id, title, expectedRevision } });
      return { revision: edited?.object?.revision, by: edited?.object?.lastEditedBy?.id, userErrors: edited?.userErrors ?? [] };
    },
  };
}

const textOf = async (): Promise<Made> => make.content(await make.module(await make.course(owner), 1), 1);

async function textToEdit(): Promise<Revised> {
  const { id } = await textOf();
  return {
    name: 'Text',
    async edit(caller, title, expectedRevision = null) {
      const input = { contentId: id, body: `The body of ${title}`, title, expectedRevision };
      const { edited } = await caller.data(EditText, { input });
      const item = edited?.object?.item;
      return { revision: item?.revision, by: item?.lastEditedBy?.id, userErrors: edited?.userErrors ?? [] };
    },
  };
}

describe.each([
  ['a course', courseToEdit],
  ['a module', moduleToEdit],
  ['a text', textToEdit],
])('an edit of %s', (_what, toEdit) => {
  test('written on the present revision is saved, and says whose it was', async () => {
    const { edit } = await toEdit();
    expect(await edit(mine, 'First', 1)).toEqual({ revision: 2, by: owner.id, userErrors: [] });
    expect(await edit(theirs, 'Second', 2)).toEqual({ revision: 3, by: colleague.id, userErrors: [] });
  });

  test('written on an older one changes nothing, and is told by whom, when and what is there now', async () => {
    const { name, edit } = await toEdit();
    await edit(theirs, 'Theirs', 1);
    const { userErrors, revision } = await edit(mine, 'Mine', 1);
    expect(revision).toBeUndefined();
    expect(userErrors).toMatchObject([
      {
        __typename: 'EditConflict',
        code: 'EDIT_CONFLICT',
        path: null,
        editedBy: { id: colleague.id },
        current: { __typename: name, title: 'Theirs', revision: 2 },
      },
    ]);
    const [conflict] = userErrors;
    const editedAt = conflict !== undefined && 'editedAt' in conflict ? conflict.editedAt : null;
    expect(Math.abs(Date.now() - Date.parse(editedAt ?? ''))).toBeLessThan(60_000);
    expect((await edit(mine, 'Mine', 2)).userErrors).toEqual([]);
  });

  test('that names no revision is the last, and wins', async () => {
    const { edit } = await toEdit();
    await edit(theirs, 'Theirs', 1);
    expect(await edit(mine, 'Mine')).toEqual({ revision: 3, by: owner.id, userErrors: [] });
  });

  test('written forty times at once on one revision is saved once', async () => {
    const { edit } = await toEdit();
    const edits = await Promise.all(Array.from({ length: 40 }, (_, number) => edit(number % 2 === 0 ? mine : theirs, `Edit ${number}`, 1)));
    expect(edits.filter(({ userErrors }) => userErrors.length === 0)).toMatchObject([{ revision: 2 }]);
    expect(edits.filter(({ userErrors }) => userErrors[0]?.code === 'EDIT_CONFLICT')).toHaveLength(39);
  });

  test('that a rule refuses is no revision', async () => {
    const { edit } = await toEdit();
    expect((await edit(mine, '', 1)).userErrors).toMatchObject([{ code: 'REQUIRED', path: ['title'] }]);
    expect((await edit(mine, 'Now', 1)).userErrors).toEqual([]);
  });
});

test('a stranger learns nothing by an edit that cannot be', async () => {
  const { id } = await textOf();
  const stranger = await school.as((await make.user('Instructors')).uuid);
  const { errors, data } = await stranger.run(EditText, { input: { contentId: id, title: 'Mine now', expectedRevision: 9 } });
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect(data).toEqual({ edited: null });
});
