import { Anchor, Checkbox, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListOrder } from './list-address.ts';
import classes from './record-table.module.css';
import type { Selection } from './use-selection.ts';

export interface Column<TRow, TField extends string> {
  key: string;
  label: string;
  /** As it is written in a file, and on the page unless `cell` draws it. */
  text: (row: TRow) => string | number;
  cell?: (row: TRow) => ReactNode;
  /** By which it can be ordered. */
  order?: TField;
  isNumber?: boolean;
  /** Never broken into two lines: a day, a moment. */
  isWhole?: boolean;
}

interface RecordTableProps<TRow extends { id: string }, TField extends string> {
  /** What the rows are. */
  label: string;
  columns: readonly Column<TRow, TField>[];
  rows: readonly TRow[];
  nameOf: (row: TRow) => string;
  pathOf?: (row: TRow) => string;
  /** Of a list that can be ordered. */
  order?: ListOrder<TField>;
  onOrder?: (order: ListOrder<TField>) => void;
  /** Null: there is nothing to do with several at once. */
  selection: Selection<TRow> | null;
}

interface Shape {
  isNumber?: boolean;
  isWhole?: boolean;
}

const classOf = ({ isNumber, isWhole }: Shape): string | undefined =>
  isNumber === true ? classes.number : isWhole === true ? classes.whole : undefined;

const turned = { ASC: 'DESC', DESC: 'ASC' } as const;
const said = { ASC: 'ascending', DESC: 'descending' } as const;

/** Records in rows and columns; on a phone each is a card. The first column names the record. */
export function RecordTable<TRow extends { id: string }, TField extends string = never>(props: RecordTableProps<TRow, TField>) {
  const { label, columns, rows, order, onOrder, selection } = props;
  const { t } = useTranslation('admin');
  const [name, ...others] = columns;
  return (
    <div className={classes.region}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {selection !== null && <td className={classes.mark} />}
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classOf(column)}
                aria-sort={column.order !== undefined && column.order === order?.field ? said[order.direction] : undefined}
              >
                {order === undefined || onOrder === undefined ? column.label : <Head column={column} order={order} onOrder={onOrder} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-selected={selection?.isSelected(row.id) === true || undefined}>
              {selection !== null && (
                <td className={classes.mark}>
                  <Checkbox
                    aria-label={t('select.one', { name: props.nameOf(row) })}
                    data-selects={row.id}
                    checked={selection.isSelected(row.id)}
                    onChange={({ nativeEvent }) =>
                      selection.toggle(row.id, nativeEvent instanceof MouseEvent ? nativeEvent.shiftKey : false)
                    }
                    onKeyDown={(event) => selection.goOn(event, row.id)}
                  />
                </td>
              )}
              {name && (
                <th scope="row" className={classes.name} data-whole={name.isWhole}>
                  <Name row={row} column={name} path={props.pathOf?.(row)} />
                </th>
              )}
              {others.map((column) => (
                <td key={column.key} data-label={column.label} className={classOf(column)}>
                  <span>{column.cell?.(row) ?? column.text(row)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Name<TRow, TField extends string>({ row, column, path }: { row: TRow; column: Column<TRow, TField>; path: string | undefined }) {
  const shown = column.cell?.(row) ?? column.text(row);
  return path === undefined ? (
    shown
  ) : (
    <Anchor component={Link} to={path} fw={600}>
      {shown}
    </Anchor>
  );
}

interface HeadProps<TRow, TField extends string> {
  column: Column<TRow, TField>;
  order: ListOrder<TField>;
  onOrder: (order: ListOrder<TField>) => void;
}

/** A column's head: pressed, it orders the list; pressed again, the other way round. */
function Head<TRow, TField extends string>({ column: { label, order: field }, order, onOrder }: HeadProps<TRow, TField>) {
  if (field === undefined) return label;
  const isChosen = field === order.field;
  const Icon = isChosen ? (order.direction === 'ASC' ? IconArrowUp : IconArrowDown) : IconArrowsSort;
  return (
    <UnstyledButton
      className={classes.sort ?? ''}
      data-chosen={isChosen || undefined}
      onClick={() => onOrder({ field, direction: isChosen ? turned[order.direction] : 'ASC' })}
    >
      {label}
      <Icon size={15} stroke={1.8} aria-hidden />
    </UnstyledButton>
  );
}
