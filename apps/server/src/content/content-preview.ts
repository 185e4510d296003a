import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { typeNameOfKind } from './item.entity.ts';
import { itemKinds } from './item-kinds.ts';

/** The kinds of the registry by the names that the API has for them: `TEXT` is what GraphQL shows of `text`. */
const ItemKindName = Object.fromEntries(itemKinds.map(({ kind }) => [kind.toUpperCase(), kind])) as Record<string, string>;
registerEnumType(ItemKindName, {
  name: 'ItemKind',
  description: 'What an item is, where the item itself is not shown.',
  valuesConfig: Object.fromEntries(itemKinds.map(({ kind }) => [kind.toUpperCase(), { description: `The type ${typeNameOfKind(kind)}.` }])),
});

@ObjectType({ description: 'What is told of a content to somebody who cannot read it: for the outline on the page of a course.' })
export class ContentPreview {
  @Field(() => ItemKindName, { simple: true, description: 'What stands there.' })
  kind!: string;

  @Field(() => String, { simple: true, description: '1 to 200 characters.' })
  title!: string;
}
