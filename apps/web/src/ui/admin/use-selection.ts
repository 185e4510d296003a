import { type KeyboardEvent, useState } from 'react';

interface Selected {
  /** Of the list for which it was made: another search, filter or order begins anew. */
  key: string;
  ids: ReadonlySet<string>;
  /** Where a range begins. */
  from: string | null;
}

const nothing: ReadonlySet<string> = new Set();
const rowCheckbox = 'input[data-selects]';

/** Rows that are chosen to do something with all of them. What leaves the list leaves the selection. */
export function useSelection<TRow extends { id: string }>(rows: readonly TRow[], key: string) {
  const [state, setState] = useState<Selected>({ key, ids: nothing, from: null });
  const { ids, from } = state.key === key ? state : { ids: nothing, from: null };
  const selected = rows.filter(({ id }) => ids.has(id));

  const placeOf = (wanted: string | null): number => rows.findIndex(({ id }) => id === wanted);

  /** All rows between the last one touched and this one. */
  const rangeTo = (id: string): string[] => {
    const [begin, end] = [placeOf(from), placeOf(id)].toSorted((a, b) => a - b);
    return rows.slice(begin === -1 ? end : begin, (end ?? 0) + 1).map((row) => row.id);
  };

  const toggle = (id: string, isRange: boolean): void => {
    const next = new Set(ids);
    const isOn = !ids.has(id);
    for (const each of isRange ? rangeTo(id) : [id]) {
      if (isOn || isRange) next.add(each);
      else next.delete(each);
    }
    setState({ key, ids: next, from: id });
  };

  /** Arrows go from row to row; with Shift they choose on the way. */
  const goOn = (event: KeyboardEvent<HTMLInputElement>, id: string): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step === undefined ? undefined : rows[placeOf(id) + step];
    if (next === undefined) return;
    event.preventDefault();
    if (event.shiftKey) setState({ key, ids: new Set([...ids, id, next.id]), from: next.id });
    event.currentTarget
      .closest('table')
      ?.querySelector<HTMLElement>(`${rowCheckbox}[data-selects="${CSS.escape(next.id)}"]`)
      ?.focus();
  };

  return {
    selected,
    isSelected: (id: string): boolean => ids.has(id),
    toggle,
    goOn,
    isAll: rows.length > 0 && selected.length === rows.length,
    selectAll: (): void => setState({ key, ids: new Set(rows.map(({ id }) => id)), from: null }),
    keep: (kept: readonly string[]): void => setState({ key, ids: new Set(kept), from: null }),
    clear: (): void => setState({ key, ids: nothing, from: null }),
  };
}

export type Selection<TRow extends { id: string }> = ReturnType<typeof useSelection<TRow>>;
