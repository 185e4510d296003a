import { maxPageSize } from '@cursus/rules/paging';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  type InlineFragmentNode,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
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

/** One field of one type, with all the places that ask for it under one name: what they ask of it is answered once. */
interface Asked {
  readonly parent: GraphQLCompositeType;
  readonly nodes: readonly FieldNode[];
}

/**
 * What an operation costs before it runs: the request 1, and each object 1, times the sizes of the pages that it stands on. What a page says of itself
 * counts once; `nodes(ids)` counts its ids, and a plain list ten. What several fragments ask of one object counts once, as it is answered.
 */
function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, given: Variables = {}): number {
  const variables = variablesOf(operation, given);
  const fragments = new Map(
    document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]),
  );
  const numbers = new Map<FieldNode, number>();
  const known = new Map<string, number>();

  const numberOf = (node: FieldNode): number => {
    const number = numbers.get(node) ?? numbers.size;
    numbers.set(node, number);
    return number;
  };

  /** The fields of some selections, those of their fragments included, each with those of its name. */
  const gather = (sets: readonly SelectionSetNode[], type: GraphQLCompositeType): Map<string, Asked> => {
    const gathered = new Map<string, Asked>();
    const spread = new Set<string>();
    const addAll = ({ selections }: SelectionSetNode, parent: GraphQLCompositeType): void => {
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) add(selection, parent);
        else if (selection.kind === Kind.INLINE_FRAGMENT) addFragment(selection, parent);
        else if (!spread.has(selection.name.value)) {
          spread.add(selection.name.value);
          addFragment(fragments.get(selection.name.value), parent);
        }
      }
    };
    const add = (field: FieldNode, parent: GraphQLCompositeType): void => {
      const key = `${parent.name} ${(field.alias ?? field.name).value}`;
      const { nodes } = gathered.get(key) ?? { nodes: [] };
      gathered.set(key, { parent, nodes: [...nodes, field] });
    };
    const addFragment = (fragment: FragmentDefinitionNode | InlineFragmentNode | undefined, parent: GraphQLCompositeType): void => {
      const condition = fragment?.typeCondition;
      const narrowed = condition === undefined ? parent : schema.getType(condition.name.value);
      if (fragment !== undefined && isCompositeType(narrowed)) addAll(fragment.selectionSet, narrowed);
    };
    for (const set of sets) addAll(set, type);
    return gathered;
  };

  const ofFields = (fields: Map<string, Asked>, pageSize?: number): number =>
    [...fields.values()].reduce((sum, { parent, nodes }) => sum + ofField(nodes, parent, pageSize), 0);

  const ofField = (nodes: readonly FieldNode[], parent: GraphQLCompositeType, pageSize?: number): number => {
    const key = `${nodes.map(numberOf).join(' ')} ${parent.name} ${pageSize}`;
    const cost = known.get(key) ?? countField(nodes, parent, pageSize);
    known.set(key, cost);
    return cost;
  };

  const countField = (nodes: readonly FieldNode[], parent: GraphQLCompositeType, pageSize?: number): number => {
    const [field] = nodes;
    if (field?.selectionSet === undefined) return 0;
    if (field.name.value.startsWith('__')) return introspectionCost;
    const definition = isUnionType(parent) ? undefined : parent.getFields()[field.name.value];
    const type = definition && getNamedType(definition.type);
    if (definition === undefined || !isCompositeType(type)) return 0;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const inside = ofFields(gather(sets, type), pageSizeOf(field, definition, variables));
    if (!isListType(getNullableType(definition.type))) return 1 + inside;
    const ids = argumentOf(field, definition, 'ids', variables);
    return (pageSize ?? (Array.isArray(ids) ? ids.length : longest(definition))) * (1 + inside);
  };

  const root = schema.getRootType(operation.operation);
  return 1 + (root ? ofFields(gather([operation.selectionSet], root)) : 0);
}

/** What of a variable a cost depends on. */
const sizeOf = (value: unknown): unknown => {
  if (typeof value === 'number') return value;
  return Array.isArray(value) ? [value.length] : value === null ? null : typeof value;
};

const mostKnown = 50;
const knownCosts = new WeakMap<OperationDefinitionNode, Map<string, number>>();

/** The cost of an operation, counted once for each choice of sizes: documents that come again are the same objects. */
function knownCostOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, given: Variables = {}): number {
  const known = knownCosts.get(operation) ?? new Map<string, number>();
  knownCosts.set(operation, known);
  const sizes = JSON.stringify(Object.entries(given).map(([name, value]) => [name, sizeOf(value)]));
  const cost = known.get(sizes) ?? costOf(schema, document, operation, given);
  if (known.size < mostKnown) known.set(sizes, cost);
  return cost;
}

/** Refuses an operation that costs more than one may; gives its cost. */
export function affordableCost(...asked: Parameters<typeof knownCostOf>): number {
  const cost = knownCostOf(...asked);
  if (cost > maxCost)
    throw tooComplex(`The operation costs ${cost}, and one may cost ${maxCost}: ask for shorter pages, or in several requests.`);
  return cost;
}
