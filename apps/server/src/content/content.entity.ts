import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { StoredFile } from '../file/stored-file.entity.ts';
import { Node } from '../kernel/node.ts';
import type { OrderedTable } from '../kernel/position.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import { Module } from '../module/module.entity.ts';
import { User } from '../user/user.entity.ts';

/** How contents stand in their module. */
export const contentsInModule: OrderedTable = { table: 'content', parentColumn: 'module_id' };

/** A place in a module, with exactly one item in it: they share their key and neither can stand without the other. */
@ObjectType({ implements: Node, description: 'A place in a module and the item that stands there.' })
@Entity()
export class Content extends Node {
  @PrimaryKey({ type: 'uuid' })
  declare id: string;

  @ManyToOne(() => Module, { mapToPk: true })
  moduleId!: string;

  @Field(() => Int, { simple: true, description: 'Its place in the module, from 1; gaps are allowed.' })
  @Property({ type: 'integer' })
  position!: number;

  @Field(() => PublicationStatus, { simple: true, description: 'A draft is seen by those alone who may edit the course.' })
  @Property({ type: 'text' })
  status: PublicationStatus = PublicationStatus.PUBLISHED;

  @ManyToOne(() => Module, { mapToPk: true, nullable: true })
  afterModuleId: string | null = null;

  @Property({ type: 'datetime', nullable: true })
  availableFrom: Date | null = null;

  @Property({ type: 'datetime' })
  createdAt: Date = new Date();

  @Property({ type: 'datetime', nullable: true })
  deletedAt: Date | null = null;

  @ManyToOne(() => User, { mapToPk: true, nullable: true })
  deletedById: string | null = null;

  constructor(fields: Pick<Content, 'id' | 'moduleId' | 'position'> & Partial<Pick<Content, 'status'>>) {
    super();
    Object.assign(this, fields);
  }

  moveToTrash(now: Date, deletedById: string): void {
    Object.assign(this, { deletedAt: now, deletedById });
  }

  restore(place: { moduleId: string; position: number }): void {
    Object.assign(this, { ...place, deletedAt: null, deletedById: null });
  }
}

/** That a content shows a file, whatever its kind: a file's rights are those of the contents that refer to it. */
@Entity()
export class ContentFile {
  [PrimaryKeyProp]?: ['contentId', 'fileId'];

  @ManyToOne(() => Content, { mapToPk: true, primary: true })
  contentId!: string;

  @ManyToOne(() => StoredFile, { mapToPk: true, primary: true })
  fileId!: string;
}
