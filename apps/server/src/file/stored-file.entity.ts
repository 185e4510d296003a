import type { FileUse } from '@cursus/rules/files';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import type { FixtureKind } from '../kernel/fixture-kind.ts';
import { Node } from '../kernel/node.ts';
import { User } from '../user/user.entity.ts';

/** A file that somebody uploaded: its bytes lie in the storage under its id and never change. Its rights are those of what refers to it. */
@ObjectType({
  implements: Node,
  description: 'An uploaded file. Who may read it is decided by what refers to it: an address that leaks opens nothing.',
})
@Entity()
export class StoredFile extends Node {
  @PrimaryKey({ type: 'uuid' })
  declare id: string;

  @ManyToOne(() => User, { mapToPk: true, nullable: true })
  ownerId!: string | null;

  @Property({ type: 'text' })
  use!: FileUse;

  @Field(() => String, {
    simple: true,
    description: 'The file name that it was uploaded with; that of a picture ends in what it was encoded as.',
  })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, {
    simple: true,
    description: 'What its content is, for example `application/pdf`; found by looking at it, not by its name.',
  })
  @Property({ type: 'text' })
  mediaType!: string;

  @Field(() => Int, { description: 'Bytes.' })
  @Property({ type: 'bigint' })
  size!: number;

  @Property({ type: 'text' })
  sha256!: string;

  @Field(() => Int, { simple: true, nullable: true, description: 'Pixels, the right way up; null when it is no image.' })
  @Property({ type: 'integer', nullable: true })
  width: number | null = null;

  @Field(() => Int, { simple: true, nullable: true, description: 'Pixels; null when it is no image.' })
  @Property({ type: 'integer', nullable: true })
  height: number | null = null;

  /** Whether it moves. */
  @Property({ type: 'boolean' })
  isAnimated: boolean = false;

  /** Whether it is a picture as we encode it, without metadata; pictures from before that was done are encoded by a job. */
  @Property({ type: 'boolean' })
  isReencoded: boolean = false;

  @Field(() => DateTime, { simple: true, description: 'When it was uploaded.' })
  @Property({ type: 'datetime' })
  createdAt: Date = new Date();

  constructor(fields: Pick<StoredFile, 'id' | 'ownerId' | 'use' | 'name' | 'mediaType' | 'size' | 'sha256'> & Partial<StoredFile>) {
    super();
    Object.assign(this, fields);
  }
}

export const fileFixtures: FixtureKind = { name: 'files', table: 'stored_file' };
