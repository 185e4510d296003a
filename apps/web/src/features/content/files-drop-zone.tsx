import { IconCloudUpload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { FilesDialog } from '../item/files-dialog.tsx';
import classes from './files-drop-zone.module.css';

interface Module {
  id: string;
  title: string;
}

interface FilesDropZoneProps {
  /** The module of a row of the `SortableList` within: its own, that of a content of it, or its end. */
  moduleOfRow: (rowId: string) => Module | undefined;
  children: ReactNode;
}

/** Files that are dropped onto a module become contents of it, one each. */
export function FilesDropZone({ moduleOfRow, children }: FilesDropZoneProps) {
  const { t } = useTranslation('teaching');
  const [dropped, setDropped] = useState<{ module: Module; files: File[] } | null>(null);
  const rowOf = (element: Element): string | null => element.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null;
  const { over, handlers } = useFileDrop(rowOf, (row, files) => {
    const module = moduleOfRow(row);
    if (module !== undefined) setDropped({ module, files });
  });
  const target = over === null ? undefined : moduleOfRow(over);

  return (
    <div className={classes.zone} data-over={target !== undefined || undefined} {...handlers}>
      {children}
      {target !== undefined && (
        <div className={classes.hint} aria-hidden>
          <IconCloudUpload size={20} stroke={1.8} />
          {t('files.dropInto', { title: target.title })}
        </div>
      )}
      {dropped !== null && <FilesDialog module={dropped.module} files={dropped.files} onClose={() => setDropped(null)} />}
    </div>
  );
}
