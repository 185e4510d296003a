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

  @Field(() => String, { simple: true, description: 'A few sentences about the person; may be empty.' })
  @Property({ type: 'text' })
  bio: string = '';

  @Property({ type: 'text' })
  language: string = 'en';

  @Property({ type: 'text' })
  timeZone: string = 'UTC';

  @ManyToOne(() => StoredFile, { mapToPk: true, nullable: true })
  avatarId: string | null = null;

  constructor(fields: Pick<Profile, 'userId' | 'firstName' | 'lastName'> & Partial<Profile>) {
    Object.assign(this, fields);
  }
}
