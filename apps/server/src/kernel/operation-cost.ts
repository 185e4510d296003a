import { maxPageSize } from '@cursus/rules/paging';
import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { badUserInput, tooComplex } from './errors.ts';

/** What one operation may cost. */
const maxCost = 10_000;

/** What a document costs that is refused: to find its fault was work. */
export const refusedCost = 200;

/**
 * What it costs that a document took so long to validate: graphql compares fields of one name with each other, so the time grows by their
 * square, and a second of it may be had with 2,000 tokens. What is honest takes a few milliseconds.
 */
export const validationCost = (milliseconds: number): number => Math.round(Math.max(0, milliseconds - 50) * 20);

/** What a plain list, whose length only the database knows, counts for. */
const assumedListLength = 10;

/** What a list says of itself that never has more: `@Extensions(atMost(2))`. */
export const atMost = (length: number) => ({ atMost: length });

const longest = ({ extensions }: GraphQLField<unknown, unknown>): number =>
  typeof extensions['atMost'] === 'number' ? extensions['atMost'] : assumedListLength;

/** What the schema counts for, however much of it is asked for. */
const introspectionCost = 200;

type Variables = Readonly<Record<string, unknown>>;

function variablesOf({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

function argumentOf(field: FieldNode, definition: GraphQLField<unknown, unknown>, name: string, variables: Variables): unknown {
  const declared = definition.args.find((arg) => arg.name === name);
  const passed = field.arguments?.find((arg) => arg.name.value === name);
  if (declared === undefined) return undefined;
  return (passed === undefined ? undefined : valueFromASTUntyped(passed.value, variables)) ?? declared.defaultValue;
}

/** The size of the page that a connection is asked for; undefined for what is no connection. */
function pageSizeOf(field: FieldNode, definition: GraphQLField<unknown, unknown>, variables: Variables): number | undefined {
  const last = argumentOf(field, definition, 'last', variables) ?? undefined;
  const [name, size] = last === undefined ? ['first', argumentOf(field, definition, 'first', variables)] : ['last', last];
  if (typeof size !== 'number') return undefined;
  if (!Number.isInteger(size) || size < 0 || size > maxPageSize) throw badUserInput(`\`${name}\` is 0 to ${maxPageSize}.`);
  return size;
}

/**
 * What an operation costs before it runs: the request 1, and each object 1, times the sizes of the pages that it stands on. What a page says of itself
 * counts once; `nodes(ids)` counts its ids, and a plain list ten.
 */
function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, given: Variables = {}): number {
  const variables = variablesOf(operation, given);
  const fragments = new Map(
    document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]),
  );
  const known = new Map<string, number>();

  const ofSet = ({ selections }: SelectionSetNode, parent: GraphQLCompositeType, pageSize?: number): number =>
    selections.reduce((sum, selection) => sum + ofSelection(selection, parent, pageSize), 0);

  const ofSelection = (selection: SelectionNode, parent: GraphQLCompositeType, pageSize?: number): number => {
    if (selection.kind === Kind.FIELD) return ofField(selection, parent, pageSize);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value, pageSize);
    const type = selection.typeCondition === undefined ? parent : schema.getType(selection.typeCondition.name.value);
    return isCompositeType(type) ? ofSet(selection.selectionSet, type, pageSize) : 0;
  };

  const ofFragment = (name: string, pageSize?: number): number => {
    const key = `${name} ${pageSize}`;
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    if (!known.has(key) && fragment !== undefined && isCompositeType(type)) known.set(key, ofSet(fragment.selectionSet, type, pageSize));
    return known.get(key) ?? 0;
  };

  const ofField = (field: FieldNode, parent: GraphQLCompositeType, pageSize?: number): number => {
    if (field.name.value.startsWith('__')) return field.selectionSet === undefined ? 0 : introspectionCost;
    const definition = isUnionType(parent) ? undefined : parent.getFields()[field.name.value];
    const type = definition && getNamedType(definition.type);
    if (definition === undefined || field.selectionSet === undefined || !isCompositeType(type)) return 0;
    const inside = ofSet(field.selectionSet, type, pageSizeOf(field, definition, variables));
    if (!isListType(getNullableType(definition.type))) return 1 + inside;
    const ids = argumentOf(field, definition, 'ids', variables);
    return (pageSize ?? (Array.isArray(ids) ? ids.length : longest(definition))) * (1 + inside);
  };

  const root = schema.getRootType(operation.operation);
  return 1 + (root ? ofSet(operation.selectionSet, root) : 0);
}

/** Refuses an operation that costs more than one may; gives its cost. */
export function affordableCost(...asked: Parameters<typeof costOf>): number {
  const cost = costOf(...asked);
  if (cost > maxCost)
    throw tooComplex(`The operation costs ${cost}, and one may cost ${maxCost}: ask for shorter pages, or in several requests.`);
  return cost;
}
