import { useQuery } from '@apollo/client/react';
import { IconHeartbeat, IconLayoutDashboard } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { AdminRights_UserFragment } from '../../gql/graphql.ts';
import { adminListPath, adminPath, adminSystemPath } from '../../lib/admin-paths.ts';
import { forbidden } from '../../lib/failure.ts';
import { FailurePage } from '../../ui/failure-page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { SectionedFrame } from '../../ui/sectioned-frame.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { AdminRights, adminKindNames, adminKinds } from './admin-kinds.ts';

const AdminFrameDocument = graphql(`
  query AdminFrame {
    viewer {
      id
      ...AdminRights_user
    }
  }
`);

interface AdminFrameProps {
  /** Who may see what stands inside. */
  isFor: (viewer: AdminRights_UserFragment) => boolean;
  children: (viewer: AdminRights_UserFragment) => ReactNode;
}

/** What all pages of the administration share: the ways to what the viewer may see, as the server answers. */
export function AdminFrame({ isFor, children }: AdminFrameProps) {
  const { t } = useTranslation('admin');
  const query = useQuery(AdminFrameDocument);
  const frame = { title: t('title'), label: t('sections'), isWide: true };
  const skeleton = (
    <SectionedFrame {...frame} sections={null}>
      <ListSkeleton count={8} height={52} />
    </SectionedFrame>
  );
  return (
    <QueryState query={query} skeleton={skeleton}>
      {({ viewer: ref }) => {
        const viewer = readFragment(AdminRights, ref);
        if (viewer === null || !viewer.viewerCanAdminister || !isFor(viewer)) return <FailurePage error={forbidden} />;
        const kinds = adminKindNames.filter((name) => adminKinds[name].isFor(viewer));
        const sections = [
          { path: adminPath, label: t('overview'), icon: IconLayoutDashboard, isExact: true },
          ...kinds.map((name) => ({ path: adminListPath(name), label: t(`kinds.${name}`), icon: adminKinds[name].icon })),
          ...(viewer.viewerCanReadSystem ? [{ path: adminSystemPath, label: t('system'), icon: IconHeartbeat }] : []),
        ];
        return (
          <SectionedFrame {...frame} sections={sections}>
            {children(viewer)}
          </SectionedFrame>
        );
      }}
    </QueryState>
  );
}
