import type { FileUse } from '@cursus/rules/files';
import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type AskedOrder, orderType } from '../kernel/list-order.ts';
import { payloadType } from '../kernel/mutation.ts';
import { PageArgs } from '../kernel/paging.ts';
import { fileUses } from './file-use.ts';
import type { FilePlace } from './file-uses.queries.ts';

export enum StoredFileOrderField {
  CREATED_AT = 'createdAt',
  NAME = 'name',
  SIZE = 'size',
}
registerEnumType(StoredFileOrderField, {
  name: 'StoredFileOrderField',
  description: 'By what files are ordered.',
  valuesConfig: {
    CREATED_AT: { description: 'By the moment of the upload.' },
    NAME: { description: 'By the file name, as a reader expects it: accents and case apart.' },
    SIZE: { description: 'By the number of bytes.' },
  },
});

const StoredFileOrder = orderType<StoredFileOrderField>('StoredFile', StoredFileOrderField);

const filePlaces = { AVATAR: 'avatar', COURSE_IMAGE: 'cover', COURSE_OVERVIEW: 'overview', CONTENT: 'content' } as const satisfies Record<
  string,
  FilePlace
>;
registerEnumType(filePlaces, {
  name: 'FilePlace',
  description: 'In what kind of place a file is used.',
  valuesConfig: {
    AVATAR: { description: 'The picture of a person.' },
    COURSE_IMAGE: { description: 'The image of a course.' },
    COURSE_OVERVIEW: { description: 'The overview of a course.' },
    CONTENT: { description: 'A content, also one in the trash.' },
  },
});

@ObjectType({ description: 'A place in which a file is used.' })
export class FileReference {
  @Field(() => ID, { description: 'The id of the person, course or content that refers to the file.' })
  targetId!: string;

  @Field(() => filePlaces, { simple: true, description: 'What kind of place it is.' })
  place!: FilePlace;

  @Field(() => String, { simple: true, description: 'What the person, course or content is called.' })
  name!: string;
}

@InputType({ description: 'Which files: those that meet all that is given.' })
export class StoredFileFilter {
  @Field(() => ID, { nullable: true, description: 'Uploaded by this person.' })
  ownerId?: string | null;

  @Field(() => fileUses, { nullable: true, description: 'Uploaded for this.' })
  use?: FileUse | null;

  @Field(() => Boolean, { nullable: true, description: 'To which something refers, or to which nothing does.' })
  isUsed?: boolean | null;
}

@ArgsType()
export class FileListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of the file name, or of the name, username or (for who manages accounts) e-mail address of its owner, at most 200 characters: accents, case and punctuation apart.',
  })
  search?: string | null;

  @Field(() => StoredFileFilter, { nullable: true, description: 'Which of them.' })
  filter?: StoredFileFilter | null;

  @Field(() => [StoredFileOrder], { nullable: true, description: 'The order: the newest first unless it is given.' })
  orderBy?: AskedOrder<StoredFileOrderField>[] | null;
}

@InputType({ description: 'Which file is deleted.' })
export class DeleteFileInput {
  @Field(() => ID, { description: 'The file.' })
  id!: string;
}

export const DeleteFilePayload = payloadType('DeleteFilePayload', {
  deletedFileId: { type: () => ID, description: 'The id of the file that is gone.' },
});
