import { Button, Menu, Text } from '@mantine/core';
import { IconFiles, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newContentPath } from '../../lib/paths.ts';
import { FilesDialog } from '../item/files-dialog.tsx';
import { itemKindNames, itemKinds } from '../item/item-kinds.ts';

interface NewContentMenuProps {
  courseSlug: string;
  module: { id: string; title: string };
}

/** What a module can be given: one entry a kind. */
export function NewContentMenu({ courseSlug, module }: NewContentMenuProps) {
  const { t } = useTranslation(['teaching', 'learning']);
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  return (
    <>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <Button
            variant="subtle"
            size="sm"
            leftSection={<IconPlus size={18} aria-hidden />}
            aria-label={t('content.addTo', { title: module.title })}
          >
            {t('content.add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {itemKindNames.map((name) => {
            const { icon: IconComponent } = itemKinds[name];
            return (
              <Menu.Item
                key={name}
                component={Link}
                to={newContentPath(courseSlug, module.id, name.toLowerCase())}
                leftSection={<IconComponent size={20} stroke={1.6} aria-hidden />}
              >
                {t(`learning:kind.${name}`)}
                <Text size="xs" c="dimmed">
                  {t(`item.hint.${name}`)}
                </Text>
              </Menu.Item>
            );
          })}
          <Menu.Divider />
          <Menu.Item leftSection={<IconFiles size={20} stroke={1.6} aria-hidden />} onClick={() => input.current?.click()}>
            {t('files.several')}
            <Text size="xs" c="dimmed">
              {t('files.severalHint')}
            </Text>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('files.severalInto', { title: module.title })}
        onChange={({ currentTarget }) => {
          setFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      {files.length > 0 && <FilesDialog module={module} files={files} onClose={() => setFiles([])} />}
    </>
  );
}
