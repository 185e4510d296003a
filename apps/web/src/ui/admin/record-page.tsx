import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { graphql } from '../../gql/gql.ts';
import { recordHistoryPath } from '../../lib/admin-paths.ts';
import { catchFocus } from '../lost-focus.ts';
import { PageTitle } from '../page.tsx';
import { UnsavedGuards } from '../unsaved-guards.tsx';
import classes from './record-page.module.css';
import { RefusedRecords } from './refused-records.tsx';
import { type RecordAction, useRecordAction } from './use-record-action.ts';

/** The frame around the page has asked the same: nothing more is sent. */
const RecordPageDocument = graphql(`
  query RecordPage {
    viewer {
      id
      viewerCanReadAuditLog
    }
  }
`);

interface RecordPageProps<TRow> {
  title: string;
  /** In the language of which the title is, when it is somebody's own words. */
  titleLang?: string;
  list: { path: string; label: string };
  /** What is so: a badge, a link to where it is seen. */
  facts?: ReactNode;
  record?: TRow;
  actions?: readonly RecordAction<TRow>[];
  /** One of them was done: the record is asked for again, as what the viewer may do with it is another matter now. */
  onChanged?: () => Promise<unknown>;
  /** After which of them there is nothing left to see. */
  endsWith?: readonly string[];
  children: ReactNode;
}

/** One record: where it belongs, what can be done with it, its form, and its children below. */
export function RecordPage<TRow extends { id: string }>(props: RecordPageProps<TRow>) {
  const { title, list, record, actions = [], endsWith = [] } = props;
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const canReadLog = useQuery(RecordPageDocument).data?.viewer?.viewerCanReadAuditLog === true;
  const { run, again, progress, refused, forget } = useRecordAction<TRow>();
  const buttons = useRef<HTMLDivElement>(null);

  const act = async (action: RecordAction<TRow>, row: TRow): Promise<void> => {
    const left = await run(action, [row]);
    if (left !== null) await settle(action.key, left);
  };

  const settle = async (key: string, left: readonly TRow[]): Promise<void> => {
    if (left.length === 0) {
      if (endsWith.includes(key)) await navigate(list.path);
      else await props.onChanged?.();
    }
    catchFocus(() => buttons.current?.querySelector('button'));
  };

  const hasHistory = record !== undefined && canReadLog;
  const possible = record === undefined ? [] : actions.filter((action) => action.isFor(record));
  return (
    <UnsavedGuards>
      <Stack gap="lg" className={classes.page ?? ''}>
        <div>
          <Anchor component={Link} to={list.path} size="sm" className={classes.back ?? ''}>
            <IconArrowLeft size={16} stroke={1.8} aria-hidden />
            {list.label}
          </Anchor>
          <Group justify="space-between" align="flex-end" gap="md" mt="xs">
            <div className={classes.heading}>
              <PageTitle {...(props.titleLang !== undefined && { lang: props.titleLang })}>{title}</PageTitle>
              {(props.facts !== undefined || hasHistory) && (
                <Group gap="sm" mt="xs">
                  {props.facts}
                  {hasHistory && (
                    <Anchor component={Link} to={recordHistoryPath(record.id)} size="sm">
                      {t('history')}
                    </Anchor>
                  )}
                </Group>
              )}
            </div>
            {record !== undefined && possible.length > 0 && (
              <Group ref={buttons} gap="sm" role="group" aria-label={t('actions')}>
                {possible.map((action) => (
                  <Button
                    key={action.key}
                    variant="default"
                    {...(action.isDangerous === true && { c: 'var(--mantine-color-error)' })}
                    leftSection={action.icon}
                    loading={progress?.key === action.key}
                    onClick={() => void act(action, record)}
                  >
                    {action.label}
                  </Button>
                ))}
              </Group>
            )}
          </Group>
        </div>
        <RefusedRecords
          refused={refused}
          nameOf={() => title}
          onClose={forget}
          onRetry={again && (() => void again.run().then((left) => settle(again.key, left)))}
        />
        {props.children}
      </Stack>
    </UnsavedGuards>
  );
}

interface RecordSectionProps {
  title: string;
  text?: string;
  children: ReactNode;
}

/** Children of a record, or another matter of it, under its form. */
export function RecordSection({ title, text, children }: RecordSectionProps) {
  return (
    <section aria-label={title}>
      <h2 className={classes.sectionTitle}>{title}</h2>
      {text !== undefined && (
        <Text c="dimmed" mb="md">
          {text}
        </Text>
      )}
      {children}
    </section>
  );
}

/** The way to where everybody sees the record. */
export function PublicPage({ path }: { path: string }) {
  const { t } = useTranslation('admin');
  return (
    <Anchor component={Link} to={path} size="sm">
      {t('publicPage')}
    </Anchor>
  );
}
