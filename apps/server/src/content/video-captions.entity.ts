import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { StoredFile } from '../file/stored-file.entity.ts';
import { Item } from './item.entity.ts';

/** What is said in an uploaded film, written in one language; a film has one of each language at most. */
@ObjectType({ description: 'What is said in an uploaded film, written in one language.' })
@Entity()
export class VideoCaptions {
  [PrimaryKeyProp]?: ['videoId', 'language'];

  @ManyToOne(() => Item, { mapToPk: true, primary: true })
  videoId!: string;

  @Field(() => String, { simple: true, description: 'ISO 639-1: two lower-case letters.' })
  @PrimaryKey({ type: 'text' })
  language!: string;

  @ManyToOne(() => StoredFile, { mapToPk: true })
  fileId!: string;

  @Field(() => StoredFile, { simple: true, description: 'The WebVTT file.' })
  file!: StoredFile;
}
