import { Button, Menu, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newContentPath } from '../../lib/paths.ts';
import { itemKindNames, itemKinds } from '../item/item-kinds.ts';

interface NewContentMenuProps {
  courseSlug: string;
  module: { id: string; title: string };
}

/** What a module can be given: one entry a kind. */
export function NewContentMenu({ courseSlug, module }: NewContentMenuProps) {
  const { t } = useTranslation(['teaching', 'learning']);
  return (
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
      </Menu.Dropdown>
    </Menu>
  );
}
