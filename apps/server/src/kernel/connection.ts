import { type Expression, type Kysely, sql } from 'kysely';
import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { type OrderKey, type Page, page, type PageArgs } from './paging.ts';

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, {
    simple: true,
    description: 'Whether more nodes follow: ask again with `after: endCursor`. On a page before a cursor: true.',
  })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    simple: true,
    description:
      'Whether the page was asked for with `after`; read backwards, whether more nodes precede: ask again with `before: startCursor`.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { simple: true, nullable: true, description: 'The cursor of the first node; null on an empty page.' })
  startCursor?: string | null;

  @Field(() => String, { simple: true, nullable: true, description: 'The cursor of the last node; null on an empty page.' })
  endCursor?: string | null;
}

/** What a resolver answers for a connection. All but the nodes is made only when the query asks for it. */
export interface Connection<Row> {
  readonly nodes: readonly Row[];
  readonly edges: { cursor: string | undefined; node: Row }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: Promise<number>;
}

export function connection<Row>(page: Page<Row>, count: () => Promise<number>): Connection<Row> {
  const { rows, cursors, hasNextPage, hasPreviousPage } = page;
  return {
    nodes: rows,
    get edges() {
      return rows.map((node, at) => ({ node, cursor: cursors[at] }));
    },
    get pageInfo() {
      return { hasNextPage, hasPreviousPage, startCursor: cursors[0] ?? null, endCursor: cursors.at(-1) ?? null };
    },
    get totalCount() {
      return count();
    },
  };
}

/** A page of a list, which is counted as a whole when that is asked for: two statements at most. */
export async function listed<DB, Row>(
  db: Kysely<DB>,
  list: Expression<Row>,
  order: readonly OrderKey[],
  args: PageArgs,
): Promise<Connection<Row>> {
  return connection(await page(db, list, order, args), async () => {
    const { rows } = await sql<{ count: string }>`select count(*) as count from (${list}) listed`.execute(db);
    return Number(rows[0]?.count ?? 0);
  });
}

/** Declares `XEdge` and `XConnection` for a node type. */
export function connectionType(name: string, node: () => ClassType): ClassType {
  @ObjectType(`${name}Edge`, { description: `A ${name} and its place in the list.` })
  class Edge {
    @Field(() => String, { simple: true, description: 'For `after` and `before`. Valid for this list and order.' })
    cursor!: string;

    @Field(node, { simple: true, description: `The ${name}.` })
    node!: object;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name} objects.` })
  class PagedList {
    @Field(() => [Edge], { simple: true, description: 'The nodes of the page with their cursors.' })
    edges!: Edge[];

    @Field(() => [node()], { simple: true, description: 'The nodes of the page.' })
    nodes!: object[];

    @Field(() => PageInfo, { simple: true, description: 'Where the page stands.' })
    pageInfo!: PageInfo;

    // Not `simple`: what runs compiled awaits what a resolver gives, not what a property holds.
    @Field(() => Int, { description: 'How many nodes all pages have. Counted only when asked for.' })
    totalCount!: number;
  }
  return PagedList;
}
