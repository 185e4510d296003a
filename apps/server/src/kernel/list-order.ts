import { type ClassType, Field, InputType } from 'type-graphql';
import { OrderDirection, type OrderKey } from './paging.ts';

/** One key of an order that a caller asks for. */
export interface AskedOrder<OrderField> {
  readonly field: OrderField;
  readonly direction: OrderDirection;
}

/** Declares `XOrder`: one key of the order of a list of X. */
export function orderType<OrderField>(name: string, fields: object): ClassType<AskedOrder<OrderField>> {
  @InputType(`${name}Order`, { description: `One key of an order of ${name} objects.` })
  class Order {
    @Field(() => fields, { description: 'By what.' })
    field!: OrderField;

    @Field(() => OrderDirection, { description: 'Which end comes first.' })
    direction!: OrderDirection;
  }
  return Order;
}

/** Which column of a list's rows stands behind each field that it can be ordered by. */
export type OrderColumns<OrderField extends string> = Readonly<Record<OrderField, Omit<OrderKey, 'direction'>>>;

/** The keys of the order that is asked for, else of the usual one; always the id last. */
export function orderKeysOf<OrderField extends string>(
  columns: OrderColumns<OrderField>,
  asked: readonly AskedOrder<OrderField>[] | null | undefined,
  usual: AskedOrder<OrderField>,
): OrderKey[] {
  const order = asked?.length ? asked : [usual];
  return [
    ...order.map(({ field, direction }) => ({ ...columns[field], direction })),
    { column: 'id', type: 'uuid', direction: OrderDirection.ASC },
  ];
}
