import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { confirm } from '../../ui/confirm.tsx';
import { useAction } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';
import { focusRow } from '../../ui/use-kept-focus.ts';

const DeleteModuleDocument = graphql(`
  mutation DeleteModule($input: DeleteModuleInput!) {
    deleteModule(input: $input) {
      deletedModuleId
      course {
        ...CourseOutline_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const DeleteContentDocument = graphql(`
  mutation DeleteContent($input: DeleteContentInput!) {
    deleteContent(input: $input) {
      deletedContentId
      module {
        id
        contents {
          id
        }
        course {
          id
          contentCount
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface RemovedContent {
  id: string;
  item: { title: string };
}

interface RemovedModule {
  id: string;
  title: string;
  contents: readonly RemovedContent[];
}

/** Deletes from the outline, after saying what is lost. The focus goes to a row that stays. */
export function useOutlineRemoval() {
  const { t } = useTranslation('teaching');
  const { cache } = useApolloClient();
  const [deleteModule] = useAction(DeleteModuleDocument);
  const [deleteContent] = useAction(DeleteContentDocument);

  const removeModule = async ({ id, title, contents }: RemovedModule, neighbourId: string | undefined): Promise<void> => {
    const isSure = await confirm({
      title: t('remove.module', { title }),
      children: (
        <>
          {t('remove.moduleLoses', { count: contents.length })}
          {contents.length > 0 && (
            <ul>
              {contents.map((content) => (
                <li key={content.id}>{content.item.title}</li>
              ))}
            </ul>
          )}
        </>
      ),
      confirmLabel: t('module.delete'),
      cancelLabel: t('cancel'),
      isDangerous: true,
    });
    if (!isSure || (await deleteModule({ input: { id } })) === null) return;
    cache.evict({ id: `Module:${id}` });
    if (neighbourId !== undefined) focusRow(neighbourId);
    showDone(t('remove.done', { title }));
  };

  const removeContent = async ({ id, item: { title } }: RemovedContent, moduleId: string): Promise<void> => {
    const isSure = await confirm({
      title: t('remove.content', { title }),
      children: t('remove.contentLoses'),
      confirmLabel: t('content.delete'),
      cancelLabel: t('cancel'),
      isDangerous: true,
    });
    if (!isSure || (await deleteContent({ input: { id } })) === null) return;
    cache.evict({ id: `Content:${id}` });
    focusRow(moduleId);
    showDone(t('remove.done', { title }));
  };

  return { removeModule, removeContent };
}
