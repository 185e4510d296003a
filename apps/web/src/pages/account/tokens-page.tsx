import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewSecret } from '../../features/token/new-secret.tsx';
import { NewTokenForm } from '../../features/token/new-token-form.tsx';
import { TokenList } from '../../features/token/token-list.tsx';
import { graphql } from '../../gql/gql.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { AccountFrame, AccountSection } from './account-frame.tsx';

const TokensPageDocument = graphql(`
  query TokensPage($after: String) {
    viewer {
      id
      tokens(first: 50, after: $after) {
        nodes {
          id
          ...TokenList_token
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

type Step = { name: 'look' | 'make' } | { name: 'keep'; made: { name: string; secret: string } };

export function TokensPage() {
  const { t } = useTranslation('tokens');
  const [step, setStep] = useState<Step>({ name: 'look' });
  const query = useQuery(TokensPageDocument, { fetchPolicy: 'network-only' });
  const makeButton = useRef<HTMLButtonElement>(null);
  /** What was pressed is gone: one goes on from the button that is always there. */
  const goOn = (): void => void requestAnimationFrame(() => makeButton.current?.focus());
  const again = (): Promise<unknown> => query.refetch();
  const look = (): void => {
    setStep({ name: 'look' });
    goOn();
  };
  const make = (
    <Button ref={makeButton} onClick={() => setStep({ name: 'make' })}>
      {t('make.button')}
    </Button>
  );
  return (
    <AccountFrame title={t('page.title')} lead={t('page.lead')}>
      {step.name === 'make' && (
        <AccountSection title={t('make.title')}>
          <NewTokenForm
            onMade={(made) => {
              setStep({ name: 'keep', made });
              void again();
            }}
            onCancel={look}
          />
        </AccountSection>
      )}
      {step.name === 'keep' && (
        <AccountSection title={t('made.section')}>
          <NewSecret {...step.made} onKept={look} />
        </AccountSection>
      )}
      <QueryState query={query} scope="part" skeleton={<ListSkeleton height={200} count={1} />}>
        {({ viewer }) => {
          const tokens = viewer?.tokens;
          if (!tokens || (tokens.nodes.length === 0 && step.name !== 'look')) return null;
          return (
            <AccountSection title={t('list.title')}>
              {tokens.nodes.length === 0 ? (
                <EmptyState
                  icon={IconKey}
                  title={t('empty.title')}
                  order={3}
                  action={
                    <Group justify="center" gap="sm">
                      {make}
                      <Button variant="default" component="a" href="/graphiql">
                        {t('empty.explorer')}
                      </Button>
                    </Group>
                  }
                >
                  {t('empty.text')}
                </EmptyState>
              ) : (
                <>
                  <TokenList tokens={tokens.nodes} onRevoked={() => void again().then(goOn)} />
                  <LoadMore
                    pageInfo={tokens.pageInfo}
                    onLoad={(after) =>
                      query.fetchMore({
                        variables: { after },
                        updateQuery: (shown, { fetchMoreResult }) => {
                          const [known, more] = [shown.viewer?.tokens, fetchMoreResult.viewer?.tokens];
                          if (!shown.viewer || !known || !more) return fetchMoreResult;
                          return { ...shown, viewer: { ...shown.viewer, tokens: { ...more, nodes: [...known.nodes, ...more.nodes] } } };
                        },
                      })
                    }
                  />
                  {step.name === 'look' && make}
                </>
              )}
            </AccountSection>
          );
        }}
      </QueryState>
    </AccountFrame>
  );
}
