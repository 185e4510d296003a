import { type Kysely, sql } from 'kysely';

/** How it is with the jobs of one kind, of those that PostgreSQL still keeps. */
export interface QueueFigures {
  readonly name: string;
  readonly waiting: number;
  readonly planned: number;
  readonly active: number;
  readonly retrying: number;
  readonly failed: number;
  readonly done: number;
  readonly retried: number;
  readonly oldestWaitingAt: Date | null;
  readonly lastDoneAt: Date | null;
}

export interface FailedJobRow {
  readonly id: string;
  readonly queue: string;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly failedAt: Date;
  readonly message: string;
}

/** pg-boss has queues of its own for its schedules. */
const isOurs = sql`starts_with(q.name, '__pgboss') is false`;
const isDue = sql`j.state in ('created', 'retry') and j.start_after <= now()`;

/** All queues, by name, by one statement. */
export async function queueFigures<DB>(db: Kysely<DB>): Promise<QueueFigures[]> {
  const { rows } = await sql<QueueFigures>`
    select q.name,
      (count(*) filter (where j.state = 'created' and j.start_after <= now()))::int as waiting,
      (count(*) filter (where j.state = 'created' and j.start_after > now()))::int as planned,
      (count(*) filter (where j.state = 'active'))::int as active,
      (count(*) filter (where j.state = 'retry'))::int as retrying,
      (count(*) filter (where j.state = 'failed'))::int as failed,
      (count(*) filter (where j.state = 'completed'))::int as done,
      (count(*) filter (where j.retry_count > 0))::int as retried,
      min(j.start_after) filter (where ${isDue}) as "oldestWaitingAt",
      max(j.completed_on) filter (where j.state = 'completed') as "lastDoneAt"
    from pgboss.queue q left join pgboss.job j on j.name = q.name
    where ${isOurs} group by q.name order by q.name`.execute(db);
  return rows;
}

/** A library's error keeps its statement's text in its message, with the values. */
const failures = sql`select j.id, j.name as queue, j.retry_count + 1 as attempts, j.created_on as "createdAt", j.completed_on as "failedAt",
  coalesce(j.output ->> 'message', j.output -> 'value' ->> 'message', '') as message
  from pgboss.job j where j.state = 'failed'`;

/** The jobs that will not be tried again by themselves, those that failed last first. */
export async function failedJobs<DB>(db: Kysely<DB>, limit: number): Promise<FailedJobRow[]> {
  return (await sql<FailedJobRow>`${failures} order by j.completed_on desc, j.id limit ${limit}`.execute(db)).rows;
}

export async function failedJobsByIds<DB>(db: Kysely<DB>, ids: readonly string[]): Promise<FailedJobRow[]> {
  return (await sql<FailedJobRow>`${failures} and j.id = any(${ids}::uuid[])`.execute(db)).rows;
}

/** A job that nobody else has tried again meanwhile, nor can until the transaction ends. */
export async function lockFailedJob<DB>(db: Kysely<DB>, id: string): Promise<FailedJobRow | undefined> {
  return (await sql<FailedJobRow>`${failures} and j.id = ${id} for update`.execute(db)).rows[0];
}
