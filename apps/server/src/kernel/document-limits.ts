import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationRule,
  visit,
} from 'graphql';
import { tooComplex } from './errors.ts';

/** What a document may hold. Tokens are counted by the parser, which stops there; the rest by `limitsRule`. */
export const documentLimits = { tokens: 2_000, depth: 12, aliases: 30, directives: 30, rootFields: 20 } as const;

interface Measure {
  readonly ofField: (field: FieldNode, inside: number) => number;
  readonly join: (parts: readonly number[]) => number;
}

/** Introspection is as deep as it has to be: its own lists are bounded by a rule of graphql's. */
const depth: Measure = {
  ofField: ({ name }, inside) => (name.value.startsWith('__') ? 1 : 1 + inside),
  join: (parts) => Math.max(0, ...parts),
};
const fieldCount: Measure = { ofField: () => 1, join: (parts) => parts.reduce((sum, part) => sum + part, 0) };

/** Measures selections with their fragments: each is looked at once, however often it is spread, and a cycle is another rule's to tell. */
function measureOf({ ofField, join }: Measure, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const known = new Map<string, number>();
  const ofSet = ({ selections }: SelectionSetNode): number => join(selections.map(ofSelection));
  const ofSelection = (selection: SelectionNode): number => {
    if (selection.kind === Kind.FIELD) return ofField(selection, selection.selectionSet === undefined ? 0 : ofSet(selection.selectionSet));
    return selection.kind === Kind.INLINE_FRAGMENT ? ofSet(selection.selectionSet) : ofFragment(selection.name.value);
  };
  const ofFragment = (name: string): number => {
    const fragment = fragments.get(name);
    if (!known.has(name) && fragment !== undefined) {
      known.set(name, 0);
      known.set(name, ofSet(fragment.selectionSet));
    }
    return known.get(name) ?? 0;
  };
  return ofSet;
}

/** Refuses a document that passes a limit, before anything of it runs. */
export const limitsRule: ValidationRule = (context) => {
  const refuseOver = (limit: keyof typeof documentLimits, found: number, what: string) => {
    if (found > documentLimits[limit]) context.reportError(tooComplex(`A document has at most ${documentLimits[limit]} ${what}.`));
  };
  return {
    Document(document) {
      let [aliases, directives] = [0, 0];
      visit(document, {
        Field: ({ alias }) => void (aliases += alias === undefined ? 0 : 1),
        Directive: () => void (directives += 1),
      });
      refuseOver('aliases', aliases, 'aliases');
      refuseOver('directives', directives, 'directives');
      const fragments = new Map(
        document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]),
      );
      const [depthOf, fieldsOf] = [measureOf(depth, fragments), measureOf(fieldCount, fragments)];
      for (const definition of document.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        refuseOver('depth', depthOf(definition.selectionSet), 'levels of fields');
        refuseOver('rootFields', fieldsOf(definition.selectionSet), 'root fields an operation');
      }
    },
  };
};
