import { useQuery } from '@apollo/client/react';
import { Container, NavLink, Skeleton, Text } from '@mantine/core';
import { IconHeartbeat, IconLayoutDashboard } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink as RouterLink } from 'react-router';
import { readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { AdminRights_UserFragment } from '../../gql/graphql.ts';
import { adminListPath, adminPath, adminSystemPath } from '../../lib/admin-paths.ts';
import { forbidden } from '../../lib/failure.ts';
import { FailurePage } from '../../ui/failure-page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import classes from './admin-frame.module.css';
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

/** On a phone the sections are wider than the page: the present one is in sight. */
function showPresent(nav: HTMLElement | null): void {
  nav?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
}

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** What all pages of the administration share: the ways to what the viewer may see, as the server answers. */
export function AdminFrame({ isFor, children }: AdminFrameProps) {
  const { t } = useTranslation('admin');
  const query = useQuery(AdminFrameDocument);
  const skeleton = (
    <Container className={classes.frame}>
      <Skeleton height={200} radius="lg" visibleFrom="md" />
      <ListSkeleton count={8} height={52} />
    </Container>
  );
  return (
    <QueryState query={query} skeleton={skeleton}>
      {({ viewer: ref }) => {
        const viewer = readFragment(AdminRights, ref);
        if (viewer === null || !viewer.viewerCanAdminister || !isFor(viewer)) return <FailurePage error={forbidden} />;
        return (
          <Container className={classes.frame}>
            <nav ref={showPresent} aria-label={t('sections')} className={classes.sections}>
              <Text size="sm" fw={600} c="dimmed" className={classes.title ?? ''}>
                {t('title')}
              </Text>
              <NavLink
                component={RouterLink}
                to={adminPath}
                end
                label={t('overview')}
                leftSection={<IconLayoutDashboard {...icon} />}
                className={classes.section ?? ''}
              />
              {adminKindNames.map((name) => {
                const { icon: Icon, isFor: isForViewer } = adminKinds[name];
                return (
                  isForViewer(viewer) && (
                    <NavLink
                      key={name}
                      component={RouterLink}
                      to={adminListPath(name)}
                      label={t(`kinds.${name}`)}
                      leftSection={<Icon {...icon} />}
                      className={classes.section ?? ''}
                    />
                  )
                );
              })}
              {viewer.viewerCanReadSystem && (
                <NavLink
                  component={RouterLink}
                  to={adminSystemPath}
                  label={t('system')}
                  leftSection={<IconHeartbeat {...icon} />}
                  className={classes.section ?? ''}
                />
              )}
            </nav>
            <div className={classes.content}>{children(viewer)}</div>
          </Container>
        );
      }}
    </QueryState>
  );
}
