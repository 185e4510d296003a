import { Button, Group, Input, Text } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { IconCameraPlus } from '@tabler/icons-react';
import { type DragEvent, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FragmentType } from '../../gql/fragment-masking.ts';
import { formatFileSize } from '../../lib/file-size.ts';
import { acceptOf, uploadMistake } from '../../lib/upload-limit.ts';
import { useUpload } from '../../lib/use-upload.ts';
import { useUploadLimits } from '../../lib/use-upload-limit.ts';
import type { Mistake } from '../../lib/user-error.ts';
import { MistakeMessage } from '../../ui/mistake-message.tsx';
import { PersonAvatar, type PersonAvatarProfile } from '../../ui/person-avatar.tsx';
import { UploadProgress } from '../../ui/upload-progress.tsx';
import classes from './avatar-field.module.css';
import { isPicture } from './cropped-picture.ts';

// Cropping weighs, and is seldom done.
const CropDialog = lazy(async () => ({ default: (await import('./crop-dialog.tsx')).CropDialog }));

interface AvatarFieldProps {
  /** As it is stored: what is shown until another picture has arrived. */
  profile: FragmentType<typeof PersonAvatarProfile>;
  hasPicture: boolean;
  onChange: (fileId: string | null) => void;
  error?: ReactNode;
}

/** One's picture: chosen or dropped, cropped here, sent with its progress told; or the initials. */
export function AvatarField({ profile, hasPicture, onChange, error }: AvatarFieldProps) {
  const { t, i18n } = useTranslation(['profile', 'fields']);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const limit = useUploadLimits()('AVATAR');
  const [address, setAddress] = useState<string | null>(null);
  const [mistake, setMistake] = useState<Mistake | null>(null);
  const [isDraggedOver, setDraggedOver] = useState(false);
  const { upload, start, cancel, retry } = useUpload({ use: 'AVATAR', limit, name: 'avatarId', onUploaded: (file) => onChange(file.id) });
  const focus = (): void => input.current?.focus();

  useEffect(() => () => (address === null ? undefined : URL.revokeObjectURL(address)), [address]);

  /** What is cut out is small, however large the picture is. */
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const found = uploadMistake({ name: file.name, size: 1 }, limit);
    const chosen = URL.createObjectURL(file);
    const isShown = found === null && (await isPicture(chosen));
    setMistake(isShown ? null : { code: 'UNSUPPORTED_MEDIA_TYPE', field: 'file' });
    if (isShown) setAddress(chosen);
    else URL.revokeObjectURL(chosen);
  };

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setDraggedOver(false);
    void choose(event.dataTransfer.files[0]);
  };

  const told = mistake === null ? error : <MistakeMessage mistake={mistake} />;
  const bounds = t('picture.limit', {
    types: limit.extensions.map((extension) => extension.toUpperCase()).join(', '),
    size: formatFileSize(limit.maxSize, i18n.language),
  });
  return (
    <Input.Wrapper id={id} label={t('picture.label')} labelElement="div" error={told} size="md">
      <div
        className={classes.field}
        data-over={isDraggedOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setDraggedOver(true);
        }}
        onDragLeave={() => setDraggedOver(false)}
        onDrop={drop}
      >
        <PersonAvatar profile={profile} size={104} />
        <div className={classes.actions}>
          {upload === undefined ? (
            <Group gap="xs">
              <input
                ref={input}
                id={id}
                type="file"
                className={classes.input}
                accept={acceptOf(limit)}
                aria-label={t(hasPicture ? 'picture.replace' : 'picture.choose')}
                aria-invalid={Boolean(told) || undefined}
                aria-describedby={[`${id}-bounds`, told && `${id}-error`].filter(Boolean).join(' ')}
                onChange={({ currentTarget }) => {
                  void choose(currentTarget.files?.[0]);
                  // The same file may be chosen again.
                  currentTarget.value = '';
                }}
              />
              <Button
                component="label"
                htmlFor={id}
                variant="default"
                className={classes.choose ?? ''}
                leftSection={<IconCameraPlus size={18} stroke={1.6} aria-hidden />}
                aria-hidden
              >
                {t(hasPicture ? 'picture.replace' : 'picture.choose')}
              </Button>
              {hasPicture && (
                <Button
                  variant="subtle"
                  color="gray"
                  onClick={() => {
                    focus();
                    onChange(null);
                  }}
                >
                  {t('picture.remove')}
                </Button>
              )}
            </Group>
          ) : (
            <UploadProgress upload={upload} onCancel={cancel} onRetry={retry} />
          )}
          <Text size="xs" c="dimmed" id={`${id}-bounds`}>
            {bounds}
          </Text>
        </div>
      </div>
      {address !== null && (
        <Suspense>
          <CropDialog
            address={address}
            onClose={() => setAddress(null)}
            onCropped={(file) => {
              setAddress(null);
              start(file);
            }}
          />
        </Suspense>
      )}
    </Input.Wrapper>
  );
}
