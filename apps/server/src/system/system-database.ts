import { Extensions, Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import { atMost } from '../kernel/operation-cost.ts';

@ObjectType({ description: 'The connections to the database that the process that answers shares among its requests.' })
export class ConnectionPool {
  @Field(() => Int, { simple: true, description: 'Open connections.' })
  connections!: number;

  @Field(() => Int, { simple: true, description: 'How many there may be.' })
  limit!: number;

  @Field(() => Int, { simple: true, description: 'Those of them that nobody uses at this moment.' })
  idle!: number;

  @Field(() => Int, {
    simple: true,
    description: 'How many wait for one. More than none for long: the database is too slow, or the limit too low.',
  })
  waiting!: number;
}

@ObjectType({ description: 'A statement that took longer than `SystemDatabase.slowMilliseconds`, as the process waited for it.' })
export class SlowStatement {
  @Field(() => String, { simple: true, description: 'Its text, 2,000 characters at most, without the values that it was sent with.' })
  text!: string;

  @Field(() => Int, { simple: true, description: 'How often it was slow.' })
  count!: number;

  @Field(() => Float, { simple: true, description: 'Milliseconds that it took when it was slow, on average.' })
  meanMilliseconds!: number;

  @Field(() => Float, { simple: true, description: 'Milliseconds that it took at most.' })
  maxMilliseconds!: number;

  @Field(() => DateTime, { simple: true, description: 'When it was slow last.' })
  lastAt!: Date;
}

@ObjectType({ description: 'How far the tables are: each version of Cursus brings migrations that change them.' })
export class MigrationProgress {
  @Field(() => Int, { simple: true, description: 'How many were applied.' })
  applied!: number;

  @Field(() => String, { simple: true, nullable: true, description: 'The last one; null before the first.' })
  latest!: string | null;

  @Field(() => DateTime, { simple: true, nullable: true, description: 'When that was; null before the first.' })
  latestAt!: Date | null;

  @Extensions(atMost(1))
  @Field(() => [String], { simple: true, description: 'Those that the process knows and the database lacks, in their order.' })
  pending!: readonly string[];
}

/** PostgreSQL, and the way to it. */
@ObjectType({ description: 'PostgreSQL, and the way of the process that answers to it.' })
export class SystemDatabase {
  @Field(() => String, { simple: true, description: 'The version of PostgreSQL.' })
  version!: string;

  @Field(() => Float, { simple: true, description: 'Bytes of the whole database on its disk.' })
  sizeBytes!: number;

  @Field(() => Boolean, {
    simple: true,
    description: 'Whether the process hears what others change. While it does not, it remembers nothing, and live pages wait.',
  })
  isListening!: boolean;

  @Field(() => ConnectionPool, { simple: true, description: 'Its connections.' })
  pool!: ConnectionPool;

  @Field(() => Int, { simple: true, description: 'Milliseconds after which a statement counts as slow.' })
  slowMilliseconds!: number;

  @Extensions(atMost(100))
  @Field(() => [SlowStatement], { simple: true, description: 'Statements that were slow, at most 100: the most costly first.' })
  slowStatements!: readonly SlowStatement[];

  @Field(() => MigrationProgress, { simple: true, description: 'How far its tables are.' })
  migrations!: MigrationProgress;
}
