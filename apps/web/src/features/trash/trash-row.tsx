import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatAgo } from '../../lib/dates.ts';
import classes from './trash-row.module.css';

const TrashRowUser = graphql(`
  fragment TrashRow_user on User {
    id
    profile {
      displayName
      isFormerMember
    }
  }
`);

interface TrashRowProps {
  trashed: { title: string; deletedAt: string; expiresAt: string; deletedBy: FragmentType<typeof TrashRowUser> | null };
  language: string;
  /** What else there is to know. */
  fact?: string | undefined;
  /** What brings it back. */
  children: ReactNode;
}

const day = 86_400_000;

/** Something in the trash: who deleted it, and how long it can still be had back. */
export function TrashRow({ trashed, language, fact, children }: TrashRowProps) {
  const { t, i18n } = useTranslation('arranging');
  const by = readFragment(TrashRowUser, trashed.deletedBy)?.profile;
  const ago = formatAgo(trashed.deletedAt, i18n.language);
  const left = Math.max(1, Math.ceil((Date.parse(trashed.expiresAt) - Date.now()) / day));
  const facts = [
    fact,
    by === undefined || by.isFormerMember ? t('trash.byNobody', { ago }) : t('trash.by', { ago, name: by.displayName }),
    t('trash.left', { count: left }),
  ];
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Text fw={600} lang={language}>
          {trashed.title}
        </Text>
        <ul className={classes.facts}>{facts.map((each) => each !== undefined && <li key={each}>{each}</li>)}</ul>
      </div>
      {children}
    </li>
  );
}
