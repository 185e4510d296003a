import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

const namesBelow = new WeakMap<FieldNode, ReadonlySet<string>>();

function collect(set: SelectionSetNode | undefined, fragments: GraphQLResolveInfo['fragments'], names: Set<string>): void {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) collect(fragments[selection.name.value]?.selectionSet, fragments, names);
    else collect(selection.selectionSet, fragments, names);
    if (selection.kind === Kind.FIELD) names.add(selection.name.value);
  }
}

function namesOf(field: FieldNode, fragments: GraphQLResolveInfo['fragments']): ReadonlySet<string> {
  const known = namesBelow.get(field);
  if (known !== undefined) return known;
  const names = new Set<string>();
  collect(field.selectionSet, fragments, names);
  namesBelow.set(field, names);
  return names;
}

/** Whether the query names a field anywhere below this one, so that a costly column is read only then. Rather once too often than never. */
export const asksFor = ({ fieldNodes, fragments }: GraphQLResolveInfo, name: string): boolean =>
  fieldNodes.some((field) => namesOf(field, fragments).has(name));
