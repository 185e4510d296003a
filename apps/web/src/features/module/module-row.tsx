import { ActionIcon, Kbd, Menu, Text, Title } from '@mantine/core';
import { IconArrowsMove, IconCopy, IconCursorText, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { RenameForm, type RowRename } from '../../ui/rename-form.tsx';
import { DragHandle, SortableRow } from '../../ui/sortable-row.tsx';
import classes from './module-row.module.css';
import { useModulePublication } from './use-module-publication.tsx';

const ModuleRowModule = graphql(`
  fragment ModuleRow_module on Module {
    id
    title
    description
    ...ModulePublication_module
  }
`);

interface ModuleRowProps {
  module: FragmentType<typeof ModuleRowModule>;
  number: number;
  /** As the page shows it now. */
  contentCount: number;
  language: string;
  otherModules: readonly { id: string; title: string }[];
  onEdit: () => void;
  onMove: () => void;
  onDuplicate: () => void;
  rename: RowRename;
  onDelete: () => void;
}

/** A module's head in the outline that its instructor works on. */
export function ModuleRow(props: ModuleRowProps) {
  const { module: ref, number, contentCount, language, otherModules, onEdit, onMove, onDuplicate, rename, onDelete } = props;
  const { t } = useTranslation(['teaching', 'catalogue']);
  const { t: tell } = useTranslation('arranging');
  const module = readFragment(ModuleRowModule, ref);
  const { id, title, description } = module;
  const publication = useModulePublication({ module, otherModules });
  return (
    <SortableRow id={id} className={classes.module}>
      <DragHandle id={id} label={t('move.handle', { title })} roleDescription={t('move.role')} />
      <div className={classes.words}>
        <Text size="xs" fw={600} c="dimmed" className={classes.facts}>
          {t('module.number', { number })}
          <span>{t('catalogue:contents', { count: contentCount })}</span>
          {publication.badges}
        </Text>
        {rename.isOpen ? (
          <RenameForm title={title} label={tell('rename.label', { title })} language={language} rename={rename} />
        ) : (
          <Title order={2} size="h3" lang={language}>
            {title}
          </Title>
        )}
        {description !== '' && (
          <Text size="sm" c="dimmed" mt={2} lineClamp={3} lang={language}>
            {description}
          </Text>
        )}
      </div>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon aria-label={t('module.actions', { title })}>
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCursorText size={18} stroke={1.6} aria-hidden />}
            onClick={rename.open}
            rightSection={<Kbd size="xs">{tell('rename.key')}</Kbd>}
          >
            {tell('rename.open')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={18} stroke={1.6} aria-hidden />} onClick={onEdit}>
            {t('module.edit')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowsMove size={18} stroke={1.6} aria-hidden />} onClick={onMove}>
            {t('move.open')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy size={18} stroke={1.6} aria-hidden />} onClick={onDuplicate}>
            {tell('copy.open')}
          </Menu.Item>
          {publication.items}
          <Menu.Divider />
          <Menu.Item c="var(--mantine-color-error)" leftSection={<IconTrash size={18} stroke={1.6} aria-hidden />} onClick={onDelete}>
            {t('module.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {publication.dialog}
    </SortableRow>
  );
}
