import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { useAction, useSend } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';
import { focusRow } from '../../ui/use-kept-focus.ts';
import { LockDialog } from './lock-dialog.tsx';
import { PublicationBadges } from './publication-badges.tsx';
import { PublicationItems } from './publication-items.tsx';

const ContentPublicationContent = graphql(`
  fragment ContentPublication_content on Content {
    id
    status
    lock {
      afterModule {
        id
      }
      availableFrom
      ...PublicationBadges_lock
    }
    item {
      id
      title
    }
  }
`);

const PublishContentDocument = graphql(`
  mutation PublishContent($input: PublishContentInput!) {
    publishContent(input: $input) {
      content {
        ...ContentPublication_content
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const UnpublishContentDocument = graphql(`
  mutation UnpublishContent($input: UnpublishContentInput!) {
    unpublishContent(input: $input) {
      content {
        ...ContentPublication_content
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const LockContentDocument = graphql(`
  mutation LockContent($input: LockContentInput!) {
    lockContent(input: $input) {
      content {
        ...ContentPublication_content
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface ContentPublicationOptions {
  content: FragmentType<typeof ContentPublicationContent>;
  /** Those that it may wait for: all of the course but its own. */
  otherModules: readonly { id: string; title: string }[];
}

/** Whether and when students see a content: what its row shows, what its menu offers, and the dialog behind that. */
export function useContentPublication({ content: ref, otherModules }: ContentPublicationOptions) {
  const { t } = useTranslation(['teaching', 'arranging']);
  const { id, status, lock, item } = readFragment(ContentPublicationContent, ref);
  const { title } = item;
  const [publish] = useAction(PublishContentDocument);
  const [unpublish] = useAction(UnpublishContentDocument);
  const [lockContent] = useSend(LockContentDocument);
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
        save={(wanted) => lockContent({ input: { id, ...wanted } })}
        onClose={close}
        onSaved={() => {
          close();
          showDone(t('lock.saved', { title }));
        }}
      />
    ),
  };
}
