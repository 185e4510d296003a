import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import { User } from '../user/user.entity.ts';

export enum DataExportStatus {
  WAITING = 'waiting',
  RUNNING = 'running',
  READY = 'ready',
  FAILED = 'failed',
}
registerEnumType(DataExportStatus, {
  name: 'DataExportStatus',
  description: 'How far an archive is.',
  valuesConfig: {
    WAITING: { description: 'It was asked for, and is begun soon.' },
    RUNNING: { description: 'It is being made: see `done` and `total`.' },
    READY: { description: 'It can be downloaded until `expiresAt`.' },
    FAILED: { description: 'It could not be made: ask for another.' },
  },
});

/** The archive of what is a person's own. There is one each: asking while one is being made begins no other. */
@ObjectType({ description: "The archive of all that is the viewer's own: JSON, and their files." })
@Entity()
export class DataExport {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => User, { mapToPk: true })
  userId!: string;

  @Field(() => DataExportStatus, { simple: true, description: 'How far it is.' })
  @Property({ type: 'text' })
  status: DataExportStatus = DataExportStatus.WAITING;

  @Field(() => Int, { simple: true, description: 'Parts that are in it: each kind of record is one, and each file.' })
  @Property({ type: 'integer' })
  done: number = 0;

  @Field(() => Int, { simple: true, description: 'Parts that will be in it; 0 until it is begun.' })
  @Property({ type: 'integer' })
  total: number = 0;

  /** Bytes. */
  @Property({ type: 'bigint', nullable: true })
  size: number | null = null;

  @Field(() => DateTime, { simple: true, description: 'When it was asked for.' })
  @Property({ type: 'datetime' })
  requestedAt: Date = new Date();

  @Field(() => DateTime, { simple: true, nullable: true, description: 'Since when it is ready; null when it is not.' })
  @Property({ type: 'datetime', nullable: true })
  readyAt: Date | null = null;

  @Field(() => DateTime, {
    simple: true,
    nullable: true,
    description: 'Until when it can be downloaded: a day; null when it is not ready.',
  })
  @Property({ type: 'datetime', nullable: true })
  expiresAt: Date | null = null;
}
