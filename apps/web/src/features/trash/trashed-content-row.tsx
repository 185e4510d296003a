import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconRestore } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { useAction } from '../../ui/send.ts';
import { RestoreButton } from './restore-button.tsx';
import { TrashRow } from './trash-row.tsx';
import { useRestored } from './use-restored.ts';

const TrashedContentRowContent = graphql(`
  fragment TrashedContentRow_content on TrashedContent {
    __typename
    id
    contentId
    title
    deletedAt
    expiresAt
    deletedBy {
      ...TrashRow_user
    }
    module {
      id
      title
    }
  }
`);

const RestoreTrashedContentDocument = graphql(`
  mutation RestoreTrashedContent($input: RestoreContentInput!) {
    restoreContent(input: $input) {
      content {
        id
      }
      course {
        id
        modules {
          id
          contents {
            id
          }
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface TrashedContentRowProps {
  content: FragmentType<typeof TrashedContentRowContent>;
  language: string;
  /** Where it may go when its own is in the trash too. */
  modules: readonly { id: string; title: string }[];
}

export function TrashedContentRow({ content: ref, language, modules }: TrashedContentRowProps) {
  const { t } = useTranslation('arranging');
  const content = readFragment(TrashedContentRowContent, ref);
  const [restoreContent, isRestoring] = useAction(RestoreTrashedContentDocument);
  const bringBack = useRestored();
  const opener = useRef<HTMLButtonElement>(null);
  const { contentId: id, title, module } = content;

  const restore = (button: HTMLElement | null, moduleId?: string): void => {
    if (button === null) return;
    void bringBack(content, button, (telling) => restoreContent({ input: { id, ...(moduleId !== undefined && { moduleId }) } }, telling));
  };

  return (
    <TrashRow
      trashed={content}
      language={language}
      fact={module === null ? t('trash.fromTrash') : t('trash.from', { title: module.title })}
    >
      {module !== null && <RestoreButton title={title} isRestoring={isRestoring} onRestore={restore} />}
      {module === null && modules.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('trash.noModule')}
        </Text>
      )}
      {module === null && modules.length > 0 && (
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <Button
              ref={opener}
              variant="default"
              size="sm"
              leftSection={<IconRestore size={18} stroke={1.7} aria-hidden />}
              rightSection={<IconChevronDown size={16} aria-hidden />}
              aria-label={t('trash.restoreNamed', { title })}
              loading={isRestoring}
            >
              {t('trash.restore')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
            {modules.map((target) => (
              <Menu.Item key={target.id} lang={language} onClick={() => restore(opener.current, target.id)}>
                {target.title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </TrashRow>
  );
}
