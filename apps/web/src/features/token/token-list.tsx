import { useApolloClient } from '@apollo/client/react';
import { Badge, Button, Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatAgo, formatDay } from '../../lib/dates.ts';
import { confirm } from '../../ui/confirm.tsx';
import rows from '../../ui/fact-rows.module.css';
import { useAction } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';
import classes from './token-list.module.css';

const TokenListToken = graphql(`
  fragment TokenList_token on Token {
    id
    name
    prefix
    scopes
    createdAt
    expiresAt
    lastUsedAt
  }
`);

const RevokeToken = graphql(`
  mutation RevokeToken($input: RevokeTokenInput!) {
    revokeToken(input: $input) {
      revokedTokenId
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface TokenListProps {
  tokens: readonly FragmentType<typeof TokenListToken>[];
  /** One of them is good for nothing any more. */
  onRevoked: () => void;
}

/** One's tokens: what each may do, until when, whether it is used; each can be revoked. */
export function TokenList({ tokens, onRevoked }: TokenListProps) {
  const { t, i18n } = useTranslation('tokens');
  const { cache } = useApolloClient();
  const [revoke, isRevoking] = useAction(RevokeToken);
  const now = Date.now();

  const askToRevoke = async (id: string, name: string): Promise<void> => {
    const question = { title: t('revoke.ask', { name }), confirmLabel: t('revoke.confirm'), cancelLabel: t('cancel'), isDangerous: true };
    if (!(await confirm({ ...question, children: t('revoke.text') })) || (await revoke({ input: { id } })) === null) return;
    cache.evict({ id: cache.identify({ __typename: 'Token', id }) ?? '' });
    showDone(t('revoke.done', { name }));
    onRevoked();
  };

  return (
    <ul className={rows.list} aria-label={t('list.title')}>
      {readFragment(TokenListToken, tokens).map(({ id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt }) => {
        const isOver = new Date(expiresAt).getTime() <= now;
        return (
          <li key={id} className={rows.row} data-high>
            <div className={rows.facts}>
              <Group gap="xs">
                <Text fw={600}>{name}</Text>
                <Code>{t('list.prefix', { prefix })}</Code>
                {isOver && <Badge color="gray">{t('list.over')}</Badge>}
              </Group>
              <Text size="sm" c="dimmed">
                {t(isOver ? 'list.until.past' : 'list.until.future', { day: formatDay(expiresAt, i18n.language) })}
                {' · '}
                {lastUsedAt === null
                  ? t('list.neverUsed', { day: formatDay(createdAt, i18n.language) })
                  : t('list.used', { ago: formatAgo(lastUsedAt, i18n.language) })}
              </Text>
              <ul className={classes.scopes} aria-label={t('list.scopesOf', { name })}>
                {scopes.map((scope) => (
                  <li key={scope}>
                    <Badge color="gray">{t(`scope.${scope}.name`)}</Badge>
                  </li>
                ))}
              </ul>
            </div>
            <Button
              variant="default"
              size="xs"
              loading={isRevoking}
              onClick={() => void askToRevoke(id, name)}
              aria-label={t('revoke.of', { name })}
            >
              {t('revoke.button')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
