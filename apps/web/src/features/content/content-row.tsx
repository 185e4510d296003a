import { ActionIcon, Kbd, Menu } from '@mantine/core';
import { IconArrowsMove, IconCopy, IconCursorText, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { editContentPath } from '../../lib/paths.ts';
import { RenameForm, type RowRename } from '../../ui/rename-form.tsx';
import { DragHandle, SortableRow } from '../../ui/sortable-row.tsx';
import { ItemIcon } from '../item/item-icon.tsx';
import classes from './content-row.module.css';
import { useContentPublication } from './use-content-publication.tsx';

const ContentRowContent = graphql(`
  fragment ContentRow_content on Content {
    id
    ...ContentPublication_content
    item {
      id
      title
      ...ItemKind_item
    }
  }
`);

interface ContentRowProps {
  content: FragmentType<typeof ContentRowContent>;
  /** Whose row it moves along with. */
  moduleId: string;
  courseSlug: string;
  language: string;
  otherModules: readonly { id: string; title: string }[];
  onMove: () => void;
  onDuplicate: () => void;
  rename: RowRename;
  onDelete: () => void;
}

/** A content in the outline that its instructor works on. */
export function ContentRow(props: ContentRowProps) {
  const { content: ref, moduleId, courseSlug, language, otherModules, onMove, onDuplicate, rename, onDelete } = props;
  const { t } = useTranslation('teaching');
  const { t: tell } = useTranslation('arranging');
  const content = readFragment(ContentRowContent, ref);
  const { id, item } = content;
  const publication = useContentPublication({ content, otherModules });
  const editPath = editContentPath(courseSlug, id);
  return (
    <SortableRow id={id} along={moduleId} className={classes.content}>
      <DragHandle id={id} label={t('move.handle', { title: item.title })} roleDescription={t('move.role')} />
      <span className={classes.kind}>
        <ItemIcon item={item} size={20} />
      </span>
      {rename.isOpen ? (
        <div className={classes.rename}>
          <RenameForm title={item.title} label={tell('rename.label', { title: item.title })} language={language} rename={rename} />
        </div>
      ) : (
        <Link to={editPath} className={classes.title} lang={language}>
          {item.title}
        </Link>
      )}
      <span className={classes.badges}>{publication.badges}</span>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon aria-label={t('content.actions', { title: item.title })} className={classes.menu}>
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to={editPath} leftSection={<IconPencil size={18} stroke={1.6} aria-hidden />}>
            {t('content.edit')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCursorText size={18} stroke={1.6} aria-hidden />}
            onClick={rename.open}
            rightSection={<Kbd size="xs">{tell('rename.key')}</Kbd>}
          >
            {tell('rename.open')}
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
            {t('content.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {publication.dialog}
    </SortableRow>
  );
}
