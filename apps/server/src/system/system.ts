import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';

@ObjectType({ description: 'Memory of the process that answers, and of its machine. All in bytes.' })
class SystemMemory {
  @Field(() => Float, { simple: true, description: 'Bytes that the process holds (resident set).' })
  residentBytes!: number;

  @Field(() => Float, { simple: true, description: 'Bytes of JavaScript objects in use.' })
  heapUsedBytes!: number;

  @Field(() => Float, { simple: true, description: 'Bytes that JavaScript objects may take; past it the process ends.' })
  heapLimitBytes!: number;

  @Field(() => Float, { simple: true, description: 'Bytes of memory that the machine has, or that it allows the process.' })
  machineBytes!: number;

  @Field(() => Float, { simple: true, description: 'Bytes of it that are free.' })
  machineFreeBytes!: number;
}

@ObjectType({ description: 'Who is connected to the process that answers, by sockets.' })
class SystemLive {
  @Field(() => Int, { simple: true, description: 'Open sockets, one for each tab of a browser.' })
  sockets!: number;

  @Field(() => Int, { simple: true, description: 'Different people at them.' })
  people!: number;

  @Field(() => Int, { simple: true, description: 'Subscriptions that are followed on them.' })
  subscriptions!: number;
}

/** How the installation is. */
@ObjectType({
  description:
    'How the installation is at this moment. The database, its jobs and its files are those of all processes; memory, caches, connections ' +
    'and slow statements are those of the process that answers, since its start.',
})
export class System {
  @Field(() => String, { simple: true, description: 'The version of Cursus.' })
  version!: string;

  @Field(() => String, { simple: true, description: 'The version of Node.js.' })
  nodeVersion!: string;

  @Field(() => String, { simple: true, description: 'The process that answers: its machine and number.' })
  process!: string;

  @Field(() => DateTime, { simple: true, description: 'When that process started.' })
  startedAt!: Date;

  @Field(() => DateTime, { simple: true, description: 'The moment of these figures, by the clock of the server.' })
  measuredAt!: Date;

  @Field(() => SystemMemory, { simple: true, description: 'Its memory.' })
  memory!: SystemMemory;

  @Field(() => SystemLive, { simple: true, description: 'Who is connected to it.' })
  live!: SystemLive;
}
