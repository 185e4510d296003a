import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What this process remembers. */
export enum CacheName {
  ANSWERS = 'ANSWERS',
  VIEWERS = 'VIEWERS',
  DOCUMENTS = 'DOCUMENTS',
  STATEMENTS = 'STATEMENTS',
}

registerEnumType(CacheName, {
  name: 'CacheName',
  description: 'What a process remembers, so as not to do it again.',
  valuesConfig: {
    ANSWERS: { description: 'Answers of the catalogue to who is not signed in, until the catalogue changes.' },
    VIEWERS: { description: 'Who stands behind a session or token and what they may do, until that changes.' },
    DOCUMENTS: { description: "The browser application's documents, compiled." },
    STATEMENTS: { description: 'Texts of statements that have a name, which PostgreSQL parses once a connection.' },
  },
});

@ObjectType({ description: 'What is remembered, and how often it spared work.' })
export class SystemCache {
  @Field(() => CacheName, { simple: true, description: 'What it remembers.' })
  name!: CacheName;

  @Field(() => Int, { simple: true, description: 'How many it holds.' })
  entries!: number;

  @Field(() => Int, { simple: true, description: 'How many it may hold.' })
  limit!: number;

  @Field(() => Int, { simple: true, description: 'How often something was there when it was looked for.' })
  hits!: number;

  @Field(() => Int, { simple: true, description: 'How often it was not.' })
  misses!: number;
}
