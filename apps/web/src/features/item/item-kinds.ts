import type { ApolloClient } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type Icon, IconFileText, IconMovie, IconPaperclip, IconPhoto } from '@tabler/icons-react';
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { FileUse } from '../../gql/graphql.ts';
import { earlyAnswers } from '../../lib/early-answers.ts';
import type { UserErrorRef } from '../../lib/user-error.ts';
import type { ItemKindName } from './item-kind-name.ts';
import { TextItemDocument } from './text-document.ts';

/** What a file `<kind>.item.tsx` says of its kind. */
export interface ItemKind {
  /** Makes an item of a file that was dropped onto a module, without its form. Only what is made of one file has it. */
  add?: (client: ApolloClient, input: AddedFile) => Promise<AddedPayload | null | undefined>;
  /** The item as a student sees it; it asks the server for what it shows. */
  View: ComponentType<{ itemId: string }>;
  /** What its view asks the server for. */
  document: TypedDocumentNode<unknown, { id: string }>;
  /** Where its instructor writes it. */
  Form: ComponentType<ItemFormProps>;
}

export interface ItemFormProps {
  /** Where a new item goes. */
  moduleId: string;
  /** What becomes of several files that are dropped at once onto the form of a new item. */
  onSeveral?: (files: File[]) => void;
  /** What is changed; null: a new item. */
  edited: { contentId: string; itemId: string } | null;
  /** Where one goes without saving. */
  cancelPath: string;
  onSaved: () => void | Promise<void>;
}

/** What is known of a file that was dropped onto a module, once it has been stored. */
export interface AddedFile {
  moduleId: string;
  title: string;
  fileId: string;
  /** Of the file. */
  url: string;
  /** Of a picture. */
  alternativeText: string;
  /** The same when it is tried again. */
  idempotencyKey: string;
}

interface AddedPayload {
  userErrors: readonly UserErrorRef[];
}

/** What makes a content of this kind done, beside a tick: reading it to its end, or playing a film of the school. */
type DoneBy = 'reading' | 'playing' | 'tick';

interface KindFacts {
  icon: Icon;
  doneBy: DoneBy;
  /** What a file is uploaded for of which such an item can be made at once. */
  fileUse: FileUse | null;
  /** What its view asks the server for, where that is known before its code has come. */
  document?: ItemKind['document'];
}

interface LazyItemKind extends KindFacts {
  load: () => Promise<ItemKind>;
  /** What it shows, for the first page; see `lib/early-answers.ts`. */
  ask: (itemId: string) => Promise<unknown>;
  /** Its code and what it shows, before somebody goes there. */
  prefetch: (client: ApolloClient, itemId: string) => Promise<unknown>;
  View: LazyExoticComponent<ItemKind['View']>;
  Form: LazyExoticComponent<ItemKind['Form']>;
}

const kind = (facts: KindFacts, load: () => Promise<ItemKind>): LazyItemKind => ({
  ...facts,
  load,
  ask: async (itemId) => earlyAnswers.ask(facts.document ?? (await load()).document, { id: itemId }),
  prefetch: async (client, itemId) => client.query({ query: (await load()).document, variables: { id: itemId } }),
  View: lazy(async () => ({ default: (await load()).View })),
  Form: lazy(async () => ({ default: (await load()).Form })),
});

/** Every kind of item there is, each fetched when one is met. A new kind is its file and its line here (and its name in the catalogues). */
export const itemKinds: Readonly<Record<ItemKindName, LazyItemKind>> = {
  Text: kind(
    { icon: IconFileText, doneBy: 'reading', fileUse: null, document: TextItemDocument },
    async () => (await import('./text.item.tsx')).textItem,
  ),
  File: kind({ icon: IconPaperclip, doneBy: 'tick', fileUse: 'FILE' }, async () => (await import('./file.item.tsx')).fileItem),
  Image: kind({ icon: IconPhoto, doneBy: 'reading', fileUse: 'IMAGE' }, async () => (await import('./image.item.tsx')).imageItem),
  Video: kind({ icon: IconMovie, doneBy: 'playing', fileUse: 'VIDEO' }, async () => (await import('./video.item.tsx')).videoItem),
};

/** In the order in which they are offered. */
export const itemKindNames = Object.keys(itemKinds) as ItemKindName[];

/** A kind as it stands in an address: its name in lower case. */
export const itemKindNamed = (name: string | undefined): ItemKindName | undefined =>
  itemKindNames.find((kindName) => kindName.toLowerCase() === name);
