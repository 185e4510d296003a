import { Stack, Text, Title } from '@mantine/core';
import { IconArchive, IconKey, IconMail, IconShieldLock, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { accountDataPath, accountEmailPath, accountProfilePath, accountSecurityPath, accountTokensPath } from '../../lib/paths.ts';
import { PageTitle } from '../../ui/page.tsx';
import { SectionedFrame } from '../../ui/sectioned-frame.tsx';
import classes from './account-frame.module.css';

/** The sections of the account area, in their order. */
const sections = [
  { path: accountProfilePath, label: 'section.profile', icon: IconUser },
  { path: accountSecurityPath, label: 'section.security', icon: IconShieldLock },
  { path: accountEmailPath, label: 'section.email', icon: IconMail },
  { path: accountTokensPath, label: 'section.tokens', icon: IconKey },
  { path: accountDataPath, label: 'section.data', icon: IconArchive },
] as const;

interface AccountFrameProps {
  title: string;
  lead: string;
  children: ReactNode;
}

/** What all pages of the account area share: which section one is in, and the way to the others. */
export function AccountFrame({ title, lead, children }: AccountFrameProps) {
  const { t } = useTranslation('security');
  return (
    <SectionedFrame
      title={t('account')}
      label={t('sections')}
      sections={sections.map(({ label, ...section }) => ({ ...section, label: t(label) }))}
    >
      <Stack gap="lg">
        <div>
          <PageTitle>{title}</PageTitle>
          <Text c="dimmed" size="lg" mt="xs">
            {lead}
          </Text>
        </div>
        {children}
      </Stack>
    </SectionedFrame>
  );
}

interface AccountSectionProps {
  title: string;
  /** Beside the title: what is so. */
  state?: ReactNode;
  text?: string;
  children: ReactNode;
}

/** One matter of a page of the account area. */
export function AccountSection({ title, state, text, children }: AccountSectionProps) {
  return (
    <section aria-label={title} className={classes.card}>
      <div className={classes.head}>
        <Title order={2} size="h3">
          {title}
        </Title>
        {state}
      </div>
      {text !== undefined && (
        <Text c="dimmed" mb="md">
          {text}
        </Text>
      )}
      {children}
    </section>
  );
}
