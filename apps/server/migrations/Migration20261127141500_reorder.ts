import { Migration } from '@mikro-orm/migrations';

interface Order {
  readonly table: string;
  readonly parent: string;
  /** Takes the lock of the course in which the order stands. */
  readonly lock: string;
}

const orders: readonly Order[] = [
  {
    table: 'module',
    parent: 'course_id',
    lock: 'perform from course where id = parent and deleted_at is null for update',
  },
  {
    table: 'content',
    parent: 'module_id',
    lock: `perform from course join module on module.course_id = course.id
    where module.id = parent and module.deleted_at is null and course.deleted_at is null for update of course`,
  },
];

/**
 * Writes a whole order in one round trip, as a transaction of its own: what stands in a function sees all that was committed before the
 * lock was had. True: written, and told to who listens. False: `ids` does not name each present child once; null: there is no such parent.
 */
const functionOf = ({ table, parent, lock }: Order): string => `
create function reorder_${table}(actor text, parent uuid, ids uuid[], notice text) returns boolean language plpgsql as $$
declare
  is_permutation boolean;
begin
  perform set_config('cursus.actor', actor, true);
  ${lock};
  if not found then return null; end if;
  -- So many children as ids, and as many of them named: then none is named twice.
  select count(*) = cardinality(ids) and count(*) filter (where id = any (ids)) = cardinality(ids) into is_permutation
    from ${table} where ${parent} = parent and deleted_at is null;
  if is_permutation then
    update ${table} set position = asked.place from unnest(ids) with ordinality as asked (id, place)
      where ${table}.id = asked.id and ${table}.position <> asked.place;
    perform pg_notify('cursus', notice);
  end if;
  return is_permutation;
end $$;
`;

export class Migration20261127141500_reorder extends Migration {
  override up(): void {
    for (const order of orders) this.addSql(functionOf(order));
  }
}
