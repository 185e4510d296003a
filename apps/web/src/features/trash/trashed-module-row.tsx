import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { useAction } from '../../ui/send.ts';
import { RestoreButton } from './restore-button.tsx';
import { TrashRow } from './trash-row.tsx';
import { useRestored } from './use-restored.ts';

const TrashedModuleRowModule = graphql(`
  fragment TrashedModuleRow_module on TrashedModule {
    __typename
    id
    moduleId
    title
    contentCount
    deletedAt
    expiresAt
    deletedBy {
      ...TrashRow_user
    }
  }
`);

const RestoreTrashedModuleDocument = graphql(`
  mutation RestoreTrashedModule($input: RestoreModuleInput!) {
    restoreModule(input: $input) {
      module {
        id
        title
      }
      course {
        id
        modules {
          id
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export function TrashedModuleRow({ module: ref, language }: { module: FragmentType<typeof TrashedModuleRowModule>; language: string }) {
  const { t } = useTranslation('arranging');
  const module = readFragment(TrashedModuleRowModule, ref);
  const [restoreModule, isRestoring] = useAction(RestoreTrashedModuleDocument);
  const bringBack = useRestored();
  return (
    <TrashRow trashed={module} language={language} fact={t('trash.holds', { count: module.contentCount })}>
      <RestoreButton
        title={module.title}
        isRestoring={isRestoring}
        onRestore={(button) => void bringBack(module, button, (telling) => restoreModule({ input: { id: module.moduleId } }, telling))}
      />
    </TrashRow>
  );
}
