import { Badge, Text } from '@mantine/core';
import { IconCircleCheckFilled, IconCloudOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { ItemIcon } from '../item/item-icon.tsx';
import classes from './content-link.module.css';
import { LockReason } from './lock-reason.tsx';
import { useCompletion } from './use-completion.ts';

const ContentLinkContent = graphql(`
  fragment ContentLink_content on Content {
    id
    status
    ...Completion_content
    viewerLock {
      ...LockReason_lock
    }
    item {
      id
      title
      ...ItemKind_item
    }
  }
`);

interface ContentLinkProps {
  content: FragmentType<typeof ContentLinkContent>;
  to: string;
  isCurrent: boolean;
  /** Unless the module says already why all of it is locked. */
  tellsLock: boolean;
}

/** A content in the player's outline: its kind, its title, and whether it is done. */
export function ContentLink({ content, to, isCurrent, tellsLock }: ContentLinkProps) {
  const { t } = useTranslation('learning');
  const shown = readFragment(ContentLinkContent, content);
  const { status, viewerLock, item } = shown;
  const { isDone, isHeld } = useCompletion(shown);
  const link = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    if (isCurrent) link.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);

  return (
    <li>
      <Link ref={link} to={to} className={classes.link} aria-current={isCurrent ? 'page' : undefined}>
        <span className={classes.kind}>
          <ItemIcon item={item} />
        </span>{' '}
        <span className={classes.title}>
          {item.title}
          {tellsLock && viewerLock !== null && (
            <Text component="span" size="sm" c="dimmed" display="block">
              <LockReason lock={viewerLock} />
            </Text>
          )}
        </span>{' '}
        {status === 'DRAFT' && <Badge color="marigold">{t('draft')}</Badge>}
        {isDone && !isHeld && <IconCircleCheckFilled size={20} className={classes.done} role="img" aria-label={t('done')} />}
        {isHeld && <IconCloudOff size={20} stroke={1.6} className={classes.done} role="img" aria-label={t('willBeSent')} />}
      </Link>
    </li>
  );
}
