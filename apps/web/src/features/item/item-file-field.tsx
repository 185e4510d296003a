import type { ReactNode } from 'react';
import type { FileUse } from '../../gql/graphql.ts';
import type { ChosenFile } from '../../ui/chosen-file-card.tsx';
import { UploadField } from '../../ui/upload-field.tsx';

interface ItemFileFieldProps {
  label: string;
  use: FileUse;
  /** Of a new item: what becomes of several files that are dropped at once. */
  onSeveral: ((files: File[]) => void) | undefined;
  initialFile: ChosenFile | null;
  error: ReactNode;
  /** The file, and what becomes of the title by it. */
  onChange: (file: ChosenFile | null, titled: (title: string) => string) => void;
}

/** A file's name, without its extension, where there is no title yet. */
export function titleFromFile(title: string, { name }: { name: string }): string {
  return title.trim() === '' ? name.replace(/\.[^.]+$/, '').replaceAll(/[-_]+/g, ' ') : title;
}

/** The file that an item is about: there must be one, and it gives the item a title. */
export function ItemFileField({ onChange, ...field }: ItemFileFieldProps) {
  return (
    <UploadField
      {...field}
      name="fileId"
      required
      onChange={(file) => onChange(file, (title) => (file === null ? title : titleFromFile(title, file)))}
    />
  );
}
