import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { DocumentNode } from 'graphql';
import { documentIdOf } from './document-id.ts';
import { type GraphqlAnswer, graphqlPath, parseAnswer, preflightHeader } from './graphql-request.ts';
import { preview } from './preview.ts';
import { session, type SessionStore } from './session.ts';

type Answer = GraphqlAnswer<unknown> | null;
type Person = Pick<SessionStore, 'started' | 'accessToken' | 'viewerId'>;

/** Who takes an answer later than this has waited for something else, and asks anew. */
const freshMs = 10_000;

/** The same for the same values, in whatever order they stand; what has no value counts for nothing. */
function keyOf(id: string, variables: object): string {
  const given = Object.entries(variables).filter(([, value]) => value !== undefined && value !== null);
  return `${id} ${JSON.stringify(given.toSorted(([one], [other]) => (one < other ? -1 : 1)))}`;
}

/**
 * What the page in the address will ask for is asked while its words are on their way and nothing is drawn yet. Each answer is taken once,
 * by the first who asks for the same; one that is no good is none, and is asked for again in the usual way.
 */
export class EarlyAnswers {
  readonly #answers = new Map<string, { answer: Promise<Answer>; viewerId: () => string | null; askedAt: number }>();
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  /** The answer's data, for who has to ask for more because of it; null when there are none. */
  async ask<TData, TVariables extends object>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
  ): Promise<TData | null> {
    const id = documentIdOf(document);
    // Whom a preview shows is told by a header that the usual way sends.
    if (id === undefined || preview.course() !== null) return null;
    let viewerId: string | null = null;
    const answer = this.#fetch(id, variables, () => (viewerId = this.#person.viewerId())).catch(() => null);
    this.#answers.set(keyOf(id, variables), { answer, viewerId: () => viewerId, askedAt: Date.now() });
    return ((await answer)?.data ?? null) as TData | null;
  }

  /** After a change, what was read before it is no answer any more. */
  forget(): void {
    this.#answers.clear();
  }

  /** Undefined when nobody has asked early. */
  take(document: DocumentNode, variables: object): Promise<Answer> | undefined {
    if (this.#answers.size === 0) return undefined;
    const key = keyOf(documentIdOf(document) ?? '', variables);
    const known = this.#answers.get(key);
    this.#answers.delete(key);
    if (known === undefined || Date.now() > known.askedAt + freshMs) return undefined;
    return known.answer.then((answer) => (known.viewerId() === this.#person.viewerId() ? answer : null));
  }

  async #fetch(id: string, variables: object, onSent: () => void): Promise<Answer> {
    await this.#person.started();
    const token = await this.#person.accessToken();
    onSent();
    const address = new URLSearchParams({ documentId: id, variables: JSON.stringify(variables) });
    const response = await fetch(`${graphqlPath}?${address.toString()}`, {
      credentials: 'same-origin',
      headers: { ...preflightHeader, ...(token !== null && { authorization: `Bearer ${token}` }) },
    });
    const answer = parseAnswer<unknown>(await response.text());
    return response.ok && answer?.errors === undefined ? answer : null;
  }
}

export const earlyAnswers = new EarlyAnswers(session);
