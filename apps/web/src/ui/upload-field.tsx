import { Input, Text } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { IconCloudUpload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileUse } from '../gql/graphql.ts';
import { formatFileSize } from '../lib/file-size.ts';
import { acceptOf } from '../lib/upload-limit.ts';
import { useUpload } from '../lib/use-upload.ts';
import { useUploadLimits } from '../lib/use-upload-limit.ts';
import { type ChosenFile, ChosenFileCard } from './chosen-file-card.tsx';
import classes from './upload-field.module.css';
import { UploadProgress } from './upload-progress.tsx';

interface UploadFieldProps {
  label: string;
  /** What it is called in its form. An upload goes on while somebody is elsewhere, and comes back to this field with its page. */
  name?: string;
  use: FileUse;
  /** What the field holds already. */
  initialFile: ChosenFile | null;
  /** What was chosen, pasted or dropped elsewhere: sent at once. */
  firstFile?: File | undefined;
  required?: boolean;
  /** Null: none. */
  onChange: (file: ChosenFile | null) => void;
  error?: ReactNode;
  hint?: string;
  /** What becomes of several files that are dropped at once; without it the first is taken. */
  onSeveral?: ((files: File[]) => void) | undefined;
}

/** A file that is sent as soon as it is chosen or dropped: limits told before, progress, cancel and retry. */
export function UploadField({
  label,
  name,
  use,
  initialFile,
  firstFile,
  required = false,
  onChange,
  error,
  hint,
  onSeveral,
}: UploadFieldProps) {
  const { t, i18n } = useTranslation('fields');
  const id = useId();
  const limit = useUploadLimits()(use);
  const [file, setFile] = useState(initialFile);
  const [isDraggedOver, setDraggedOver] = useState(false);
  const choose = (chosen: ChosenFile | null): void => {
    setFile(chosen);
    onChange(chosen);
  };
  const { upload, start, cancel, retry } = useUpload({ use, limit, name, onUploaded: choose });
  const startFirst = useEffectEvent(() => firstFile !== undefined && start(firstFile));
  useEffect(() => {
    startFirst();
  }, []);

  const giveUp = (): void => {
    cancel();
    document.getElementById(id)?.focus();
  };

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setDraggedOver(false);
    const dropped = [...event.dataTransfer.files];
    if (dropped.length > 1 && onSeveral !== undefined) onSeveral(dropped);
    else if (dropped[0] !== undefined) start(dropped[0]);
  };

  const bounds = t('upload.limit', {
    types: limit.extensions.map((extension) => extension.toUpperCase()).join(', '),
    size: formatFileSize(limit.maxSize, i18n.language),
  });

  return (
    <Input.Wrapper id={id} label={label} required={required} error={error} size="md" {...(hint === undefined ? {} : { description: hint })}>
      <div
        className={classes.field}
        data-over={isDraggedOver || undefined}
        data-invalid={Boolean(error) || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setDraggedOver(true);
        }}
        onDragLeave={() => setDraggedOver(false)}
        onDrop={drop}
      >
        {file !== null && upload === undefined && <ChosenFileCard file={file} onRemove={required ? undefined : () => choose(null)} />}
        {upload !== undefined && <UploadProgress upload={upload} onCancel={giveUp} onRetry={retry} />}
        <input
          id={id}
          type="file"
          className={classes.input}
          accept={acceptOf(limit)}
          aria-invalid={Boolean(error) || undefined}
          aria-describedby={[hint && `${id}-description`, `${id}-bounds`, error && `${id}-error`].filter(Boolean).join(' ')}
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen !== undefined) start(chosen);
            // The same file may be chosen again.
            currentTarget.value = '';
          }}
        />
        <label htmlFor={id} className={classes.target} data-filled={file !== null || upload !== undefined || undefined}>
          <IconCloudUpload size={24} stroke={1.6} aria-hidden />
          <span>
            <strong>{t(file === null ? 'upload.choose' : 'upload.replace')}</strong> {t('upload.orDrop')}
          </span>
        </label>
        <Text size="xs" c="dimmed" id={`${id}-bounds`} className={classes.bounds}>
          {bounds}
        </Text>
      </div>
    </Input.Wrapper>
  );
}
