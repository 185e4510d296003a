import DataLoader from 'dataloader';

/** What lives as long as one request: the loaders made so far, by their definition (and arguments). */
export interface LoaderScope {
  readonly loaders: Map<unknown, DataLoader<string, unknown>>;
}

type Batch<Scope, Result> = (scope: Scope, keys: readonly string[]) => Promise<ReadonlyMap<string, Result>>;

/** Collects the keys asked for in one tick and asks the database once. What the batch leaves out is `absent`. */
function batched<Scope extends LoaderScope, Result>(batch: Batch<Scope, Result>, absent: () => Result) {
  return (scope: Scope, key: string): Promise<Result> => {
    let loader = scope.loaders.get(batch) as DataLoader<string, Result> | undefined;
    if (loader === undefined) {
      loader = new DataLoader<string, Result>(async (keys) => {
        const found = await batch(scope, keys);
        return keys.map((each) => found.get(each) ?? absent());
      });
      scope.loaders.set(batch, loader);
    }
    return loader.load(key);
  };
}

/** The row with this id, or null; one statement for all that are asked for together. */
export function rowById<Scope extends LoaderScope, Row extends { id: string }>(
  read: (scope: Scope, ids: readonly string[]) => Promise<Row[]>,
) {
  return batched<Scope, Row | null>(
    async (scope, ids) => new Map((await read(scope, ids)).map((row) => [row.id, row])),
    () => null,
  );
}

/** The rows that belong to this key, in the order in which the statement gave them. */
export function rowsByKey<Scope extends LoaderScope, Row>(
  keyOf: (row: Row) => string,
  read: (scope: Scope, keys: readonly string[]) => Promise<Row[]>,
) {
  return batched<Scope, Row[]>(
    async (scope, keys) => Map.groupBy(await read(scope, keys), keyOf),
    () => [],
  );
}

/** A value for this key, or `absent` where the statement gave none. */
export function valueByKey<Scope extends LoaderScope, Value>(read: Batch<Scope, Value>, absent: Value) {
  return batched(read, () => absent);
}

/** A loader for each set of arguments: nested connections are batched among those that ask alike. */
export function loaderByArguments<Scope extends LoaderScope, Args, Result>(
  read: (scope: Scope, keys: readonly string[], args: Args) => Promise<ReadonlyMap<string, Result>>,
) {
  return (scope: Scope, key: string, args: Args): Promise<Result> => {
    const asked = JSON.stringify(args);
    const byArguments = (scope.loaders as Map<unknown, unknown>).get(read) as Map<string, DataLoader<string, Result>> | undefined;
    const known = byArguments ?? new Map<string, DataLoader<string, Result>>();
    if (byArguments === undefined) (scope.loaders as Map<unknown, unknown>).set(read, known);
    let loader = known.get(asked);
    if (loader === undefined) {
      loader = new DataLoader<string, Result>(async (keys) => {
        const found = await read(scope, keys, args);
        return keys.map((each) => found.get(each) ?? new Error(`no result for ${each}`));
      });
      known.set(asked, loader);
    }
    return loader.load(key);
  };
}
