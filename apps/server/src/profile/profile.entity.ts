import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { StoredFile } from '../file/stored-file.entity.ts';
import { User } from '../user/user.entity.ts';

/** The person behind an account, made with it in the same transaction. */
@ObjectType({ description: 'The person behind an account.' })
@Entity()
export class Profile {
  [PrimaryKeyProp]?: 'userId';

  @OneToOne(() => User, { mapToPk: true, primary: true })
  userId!: string;

  @Field(() => String, { simple: true, description: 'Given name, 1 to 100 characters.' })
  @Property({ type: 'text' })
  firstName!: string;

  @Field(() => String, { simple: true, description: 'Family name, 1 to 100 characters.' })
  @Property({ type: 'text' })
  lastName!: string;

  @Property({ type: 'text' })
  phone: string = '';

  @Field(() => String, {
    simple: true,
    description: 'A few sentences about the person, plain text with line breaks, at most 2,000 characters; may be empty.',
  })
  @Property({ type: 'text' })
  bio: string = '';

  /** Null: that of the browser. */
  @Property({ type: 'text', nullable: true })
  language: string | null = null;

  /** Null: that of the device. */
  @Property({ type: 'text', nullable: true })
  timeZone: string | null = null;

  @ManyToOne(() => StoredFile, { mapToPk: true, nullable: true })
  avatarId: string | null = null;

  @Property({ type: 'integer' })
  revision: number = 1;

  @Property({ type: 'uuid', nullable: true })
  editedById: string | null = null;

  @Property({ type: 'datetime', nullable: true })
  editedAt: Date | null = null;

  constructor(fields: Pick<Profile, 'userId' | 'firstName' | 'lastName'> & Partial<Profile>) {
    Object.assign(this, fields);
  }
}
