import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { useAction, useSend } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';
import { focusRow } from '../../ui/use-kept-focus.ts';
import { LockDialog } from '../content/lock-dialog.tsx';
import { PublicationBadges } from '../content/publication-badges.tsx';
import { PublicationItems } from '../content/publication-items.tsx';

const ModulePublicationModule = graphql(`
  fragment ModulePublication_module on Module {
    id
    status
    lock {
      afterModule {
        id
      }
      availableFrom
      ...PublicationBadges_lock
    }
    title
  }
`);

const PublishModuleDocument = graphql(`
  mutation PublishModule($input: PublishModuleInput!) {
    publishModule(input: $input) {
      module {
        ...ModulePublication_module
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const UnpublishModuleDocument = graphql(`
  mutation UnpublishModule($input: UnpublishModuleInput!) {
    unpublishModule(input: $input) {
      module {
        ...ModulePublication_module
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const LockModuleDocument = graphql(`
  mutation LockModule($input: LockModuleInput!) {
    lockModule(input: $input) {
      module {
        ...ModulePublication_module
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface ModulePublicationOptions {
  module: FragmentType<typeof ModulePublicationModule>;
  /** Those that it may wait for: all of the course but its own. */
  otherModules: readonly { id: string; title: string }[];
}

/** Whether and when students see a module: what its row shows, what its menu offers, and the dialog behind that. */
export function useModulePublication({ module: ref, otherModules }: ModulePublicationOptions) {
  const { t } = useTranslation(['teaching', 'arranging']);
  const { id, title, status, lock } = readFragment(ModulePublicationModule, ref);
  const [publish] = useAction(PublishModuleDocument);
  const [unpublish] = useAction(UnpublishModuleDocument);
  const [lockModule] = useSend(LockModuleDocument);
  const [isLocking, setLocking] = useState(false);
  const close = (): void => {
    setLocking(false);
    focusRow(id);
  };
  const telling = { title: t('arranging:unchanged', { title }) };
  return {
    badges: <PublicationBadges status={status} lock={lock} />,
    items: (
      <PublicationItems
        status={status}
        onPublish={() => void publish({ input: { id } }, telling).then((done) => done && showDone(t('publication.published', { title })))}
        onUnpublish={() =>
          void unpublish({ input: { id } }, telling).then((done) => done && showDone(t('publication.unpublished', { title })))
        }
        onLock={() => setLocking(true)}
      />
    ),
    dialog: isLocking && (
      <LockDialog
        title={title}
        lock={lock}
        modules={otherModules}
        save={(wanted) => lockModule({ input: { id, ...wanted } })}
        onClose={close}
        onSaved={() => {
          close();
          showDone(t('lock.saved', { title }));
        }}
      />
    ),
  };
}
