import { useQuery } from '@apollo/client/react';
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChangePasswordForm } from '../../features/password/change-password-form.tsx';
import { SecondFactorSection } from '../../features/second-factor/second-factor-section.tsx';
import { SecurityEventList } from '../../features/security-event/security-event-list.tsx';
import { SessionList } from '../../features/session/session-list.tsx';
import { useDeviceLabel } from '../../features/session/use-device-label.ts';
import { graphql } from '../../gql/gql.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { AccountFrame, AccountSection } from './account-frame.tsx';

const SecurityPageDocument = graphql(`
  query SecurityPage($after: String) {
    viewer {
      id
      secondFactor {
        isEnabled
      }
      ...SecondFactorSection_user
      sessions(first: 50) {
        nodes {
          id
          ...SessionList_session
        }
      }
      securityEvents(first: 10, after: $after) {
        nodes {
          ...SecurityEventList_event
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export function SecurityPage() {
  const { t } = useTranslation('security');
  const labelOf = useDeviceLabel();
  const query = useQuery(SecurityPageDocument, { fetchPolicy: 'network-only' });
  const again = (): void => void query.refetch();
  return (
    <AccountFrame title={t('page.title')} lead={t('page.lead')}>
      <QueryState query={query} scope="part" skeleton={<ListSkeleton height={180} />}>
        {({ viewer }) =>
          viewer && (
            <>
              <AccountSection title={t('change.title')} text={t('change.text')}>
                <ChangePasswordForm onChanged={again} />
              </AccountSection>
              <AccountSection
                title={t('factor.title')}
                state={
                  <Badge color={viewer.secondFactor === null ? 'gray' : 'pine'}>
                    {t(viewer.secondFactor === null ? 'factor.off' : 'factor.on')}
                  </Badge>
                }
              >
                <SecondFactorSection user={viewer} onChanged={again} />
              </AccountSection>
              <AccountSection title={t('sessions.title')}>
                <SessionList sessions={viewer.sessions?.nodes ?? []} onEnded={again} />
              </AccountSection>
              <AccountSection title={t('events.title')} text={t('events.text')}>
                <SecurityEventList events={viewer.securityEvents?.nodes ?? []} labelOf={labelOf} />
                {viewer.securityEvents && (
                  <LoadMore
                    pageInfo={viewer.securityEvents.pageInfo}
                    onLoad={(after) =>
                      query.fetchMore({
                        variables: { after },
                        updateQuery: (shown, { fetchMoreResult }) => {
                          const [known, more] = [shown.viewer?.securityEvents, fetchMoreResult.viewer?.securityEvents];
                          if (!shown.viewer || !known || !more) return fetchMoreResult;
                          return {
                            ...shown,
                            viewer: { ...shown.viewer, securityEvents: { ...more, nodes: [...known.nodes, ...more.nodes] } },
                          };
                        },
                      })
                    }
                  />
                )}
              </AccountSection>
            </>
          )
        }
      </QueryState>
    </AccountFrame>
  );
}
