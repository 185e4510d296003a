import { type Icon, IconFileText, IconMovie, IconPaperclip, IconPhoto } from '@tabler/icons-react';
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { ItemKindName } from './item-kind-name.ts';

/** What a file `<kind>.item.tsx` says of its kind. */
export interface ItemKind {
  /** The item as a student sees it; it asks the server for what it shows. */
  View: ComponentType<{ itemId: string }>;
}

interface LazyItemKind {
  icon: Icon;
  View: LazyExoticComponent<ItemKind['View']>;
}

const kind = (icon: Icon, load: () => Promise<ItemKind>): LazyItemKind => ({
  icon,
  View: lazy(async () => ({ default: (await load()).View })),
});

/** Every kind of item there is, each fetched when one is met. A new kind is its file and its line here (and its name in the catalogues). */
export const itemKinds: Readonly<Record<ItemKindName, LazyItemKind>> = {
  Text: kind(IconFileText, async () => (await import('./text.item.tsx')).textItem),
  File: kind(IconPaperclip, async () => (await import('./file.item.tsx')).fileItem),
  Image: kind(IconPhoto, async () => (await import('./image.item.tsx')).imageItem),
  Video: kind(IconMovie, async () => (await import('./video.item.tsx')).videoItem),
};
