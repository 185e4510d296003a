import { useApolloClient } from '@apollo/client/react';
import { ActionIcon, Alert, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFileSize } from '../../lib/file-size.ts';
import { useUploadLimits } from '../../lib/use-upload-limit.ts';
import { MistakeMessage } from '../../ui/mistake-message.tsx';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { addFiles, entriesRule, entryOf, sortFiles } from './dropped-files.ts';
import classes from './files-dialog.module.css';
import { itemKinds } from './item-kinds.ts';

/** A picture that has not left this machine yet. */
function LocalPicture({ file }: { file: File }) {
  const [url] = useState(() => URL.createObjectURL(file));
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return <img src={url} alt="" className={classes.picture} />;
}

interface FilesDialogProps {
  module: { id: string; title: string };
  files: readonly File[];
  onClose: () => void;
  /** They are on their way. */
  onSent?: (() => void | Promise<void>) | undefined;
}

/** Asks what has to be known of files before they become contents of a module, one each. */
export function FilesDialog({ module, files, onClose, onSent }: FilesDialogProps) {
  const { t, i18n } = useTranslation(['teaching', 'learning', 'errors']);
  const client = useApolloClient();
  const limitOf = useUploadLimits();
  const [{ taken: first, refused }] = useState(() => sortFiles(files, limitOf));
  const [taken, setTaken] = useState(first);
  const form = useRuleForm({
    rule: entriesRule,
    initialValues: { entries: first.map(entryOf) },
    send: ({ entries }) => {
      const wishes = taken.flatMap((file, at) => (entries[at] === undefined ? [] : [{ ...file, entry: entries[at] }]));
      addFiles(client, module.id, wishes);
      return Promise.resolve({ userErrors: [] });
    },
    onDone: async () => {
      onClose();
      await onSent?.();
    },
  });
  const leaveOut = (at: number): void => {
    if (taken.length === 1) return onClose();
    setTaken(taken.toSpliced(at, 1));
    form.removeListItem('entries', at);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('files.title', { title: module.title })}
      closeButtonProps={{ 'aria-label': t('files.close') }}
    >
      <RuleForm form={form} label={t('files.title', { title: module.title })}>
        {refused.length > 0 && (
          <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('files.refused')}>
            <ul className={classes.refused}>
              {refused.map(({ file, mistake }) => (
                <li key={`${file.name} ${file.size}`}>
                  <strong>{t('files.named', { name: file.name })}</strong>{' '}
                  {mistake.code === 'TOO_LARGE' ? (
                    t('files.tooLarge', { size: formatFileSize(mistake.limit ?? 0, i18n.language) })
                  ) : (
                    <MistakeMessage mistake={mistake} />
                  )}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        {taken.map(({ file, kind }, at) => {
          const { icon: IconComponent } = itemKinds[kind];
          return (
            <fieldset key={`${file.name} ${file.size} ${file.lastModified}`} className={classes.file}>
              <legend className={classes.legend}>
                <Group gap={6} wrap="nowrap">
                  <IconComponent size={18} stroke={1.6} role="img" aria-label={t(`learning:kind.${kind}`)} />
                  <Text span size="sm" fw={600} className={classes.name}>
                    {file.name}
                  </Text>
                  <Text span size="sm" c="dimmed" className={classes.size}>
                    {formatFileSize(file.size, i18n.language)}
                  </Text>
                </Group>
              </legend>
              {kind === 'Image' && <LocalPicture file={file} />}
              <Stack gap="xs" className={classes.fields}>
                <TextInput label={t('item.title')} required {...form.getInputProps(`entries.${at}.title`)} />
                {kind === 'Image' && (
                  <Textarea
                    label={t('item.image.alternativeText')}
                    description={t('item.image.alternativeTextHint')}
                    autosize
                    minRows={1}
                    required
                    {...form.getInputProps(`entries.${at}.alternativeText`)}
                  />
                )}
              </Stack>
              <ActionIcon
                variant="subtle"
                color="gray"
                className={classes.leaveOut}
                aria-label={t('files.leaveOut', { name: file.name })}
                onClick={() => leaveOut(at)}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </fieldset>
          );
        })}
        <Group gap="sm" mt="xs">
          {taken.length > 0 && <Button type="submit">{t('files.send', { count: taken.length })}</Button>}
          <Button variant="default" onClick={onClose}>
            {t(taken.length > 0 ? 'cancel' : 'files.close')}
          </Button>
        </Group>
      </RuleForm>
    </Modal>
  );
}
