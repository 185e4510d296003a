type Fields = Record<string, unknown>;

export const isSame = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

/** The fields in which two states of a form differ. */
export const changedFields = <TValues extends Fields>(one: TValues, other: TValues): (keyof TValues & string)[] =>
  Object.keys(one).filter((field) => !isSame(one[field], other[field]));

export interface MergedEdits<TValues extends Fields> {
  /** Theirs, and mine where I changed something. */
  values: TValues;
  /** What both of us changed, each in another way: a person decides. */
  contested: (keyof TValues & string)[];
}

/** What two people made of the same state, field by field: what one of them alone changed is kept. */
export function mergeEdits<TValues extends Fields>(base: TValues, mine: TValues, theirs: TValues): MergedEdits<TValues> {
  const changedByMe = changedFields(base, mine);
  const contested = changedByMe.filter((field) => !isSame(base[field], theirs[field]) && !isSame(mine[field], theirs[field]));
  const kept = Object.fromEntries(changedByMe.map((field) => [field, mine[field]])) as Partial<TValues>;
  return { values: { ...theirs, ...kept }, contested };
}
