import { type Icon, IconFileText, IconMovie, IconPaperclip, IconPhoto } from '@tabler/icons-react';
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { ItemKindName } from './item-kind-name.ts';

/** What a file `<kind>.item.tsx` says of its kind. */
export interface ItemKind {
  /** The item as a student sees it; it asks the server for what it shows. */
  View: ComponentType<{ itemId: string }>;
  /** Where its instructor writes it. */
  Form: ComponentType<ItemFormProps>;
}

export interface ItemFormProps {
  /** Where a new item goes. */
  moduleId: string;
  /** What is changed; null: a new item. */
  edited: { contentId: string; itemId: string } | null;
  /** Where one goes without saving. */
  cancelPath: string;
  onSaved: () => void | Promise<void>;
}

interface LazyItemKind {
  icon: Icon;
  View: LazyExoticComponent<ItemKind['View']>;
  Form: LazyExoticComponent<ItemKind['Form']>;
}

const kind = (icon: Icon, load: () => Promise<ItemKind>): LazyItemKind => ({
  icon,
  View: lazy(async () => ({ default: (await load()).View })),
  Form: lazy(async () => ({ default: (await load()).Form })),
});

/** Every kind of item there is, each fetched when one is met. A new kind is its file and its line here (and its name in the catalogues). */
export const itemKinds: Readonly<Record<ItemKindName, LazyItemKind>> = {
  Text: kind(IconFileText, async () => (await import('./text.item.tsx')).textItem),
  File: kind(IconPaperclip, async () => (await import('./file.item.tsx')).fileItem),
  Image: kind(IconPhoto, async () => (await import('./image.item.tsx')).imageItem),
  Video: kind(IconMovie, async () => (await import('./video.item.tsx')).videoItem),
};

/** In the order in which they are offered. */
export const itemKindNames = Object.keys(itemKinds) as ItemKindName[];

/** A kind as it stands in an address: its name in lower case. */
export const itemKindNamed = (name: string | undefined): ItemKindName | undefined =>
  itemKindNames.find((kindName) => kindName.toLowerCase() === name);
