import { searchMaxLength } from '@cursus/rules/search';
import { useSearchParams } from 'react-router';

export interface ListOrder<TField extends string> {
  field: TField;
  direction: 'ASC' | 'DESC';
}

/** What the address asks of a list. */
export interface AskedList<TField extends string> {
  first: number;
  after: string | null;
  /** Null when nothing is searched for. */
  search: string | null;
  order: ListOrder<TField>;
  /** What a filter is set to; null when it is not. */
  value: (filter: string) => string | null;
  /** The same, where it is one of these. */
  oneOf: <TValue extends string>(filter: string, values: readonly TValue[]) => TValue | null;
}

/** The names that stand in the address beside those of a list's filters. */
const searchName = 'q';
const orderName = 'order';

/** `title`, or `-title` for the other end first. */
const orderText = ({ field, direction }: ListOrder<string>): string => (direction === 'ASC' ? field : `-${field}`).toLowerCase();

interface ListAddressOptions<TField extends string> {
  orderFields: readonly TField[];
  defaultOrder: ListOrder<TField>;
}

/** Search, filters and order of a list stand in the address, so that it can be shared and Back finds it. */
export function useListAddress<TField extends string>({ orderFields, defaultOrder }: ListAddressOptions<TField>) {
  const [params, setParams] = useSearchParams();
  const wish = params.get(orderName);
  const field = orderFields.find((each) => each.toLowerCase() === wish?.replace(/^-/, ''));
  const order: ListOrder<TField> =
    field === undefined || wish === null ? defaultOrder : { field, direction: wish.startsWith('-') ? 'DESC' : 'ASC' };
  const words = params.get(searchName)?.trim().slice(0, searchMaxLength) ?? '';
  const value = (filter: string): string | null => params.get(filter) || null;

  /** Empty takes it out of the address. */
  const set = (name: string, next: string | null): void =>
    setParams(
      (present) => {
        if (next === null || next.trim() === '') present.delete(name);
        else present.set(name, next);
        return present;
      },
      { replace: true, preventScrollReset: true },
    );

  return {
    /** Another one is another list. */
    key: params.toString(),
    isNarrowed: [...params.keys()].some((name) => name !== orderName),
    words: params.get(searchName) ?? '',
    asked: {
      search: words === '' ? null : words,
      order,
      value,
      oneOf: <TValue extends string>(filter: string, values: readonly TValue[]): TValue | null =>
        values.find((each) => each === value(filter)) ?? null,
    },
    setSearch: (next: string): void => set(searchName, next),
    setFilter: set,
    setOrder: (next: ListOrder<TField>): void => set(orderName, orderText(next)),
    clear: (): void => setParams(wish === null ? {} : { [orderName]: wish }, { replace: true, preventScrollReset: true }),
  };
}
