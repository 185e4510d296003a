import type { FileUse } from '@cursus/rules/files';
import { Extensions, Field, Float, Int, ObjectType } from 'type-graphql';
import { fileUses } from '../file/file-use.ts';
import { atMost } from '../kernel/operation-cost.ts';

@ObjectType({ description: 'The files that were uploaded for one use.' })
export class StorageUse {
  @Field(() => fileUses, { simple: true, description: 'The use.' })
  use!: FileUse;

  @Field(() => Int, { simple: true, description: 'How many there are.' })
  files!: number;

  @Field(() => Float, { simple: true, description: 'Bytes that they have; what is made of them (pictures in other widths) comes on top.' })
  bytes!: number;
}

/** Uploaded files, and the disk that they lie on. */
@ObjectType({ description: 'Uploaded files, and the disk that they lie on.' })
export class SystemStorage {
  @Extensions(atMost(5))
  @Field(() => [StorageUse], { simple: true, description: 'What was uploaded, by its use; a use without files is left out.' })
  uses!: readonly StorageUse[];

  @Field(() => Float, { simple: true, description: 'Bytes of the disk, whatever takes them.' })
  diskBytes!: number;

  @Field(() => Float, { simple: true, description: 'Bytes of it that are free for Cursus.' })
  diskFreeBytes!: number;
}
