import { Box, Container, Group, Stack, Text, Title, type TitleProps } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import classes from './page.module.css';

interface PageTitleProps extends TitleProps {
  children: string;
}

/** The page's one h1. It names the browser's tab and, after a navigation, takes the focus so that a screen reader starts here. */
export function PageTitle({ children, ...props }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  const isFirstPage = key === 'default';

  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
  }, [pathname, isFirstPage]);

  return (
    <>
      <title>{`${children} · Cursus`}</title>
      <Title order={1} ref={heading} tabIndex={-1} {...props}>
        {children}
      </Title>
    </>
  );
}

interface PageProps {
  title: string;
  /** Of the title, when it is somebody's own words. */
  titleLang?: string;
  /** What stands above the title: where the page belongs. */
  eyebrow?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  size?: 'narrow' | 'wide';
  children: ReactNode;
}

export function Page({ title, titleLang, eyebrow, lead, actions, size = 'wide', children }: PageProps) {
  return (
    <Container size={size === 'narrow' ? 720 : 1160} className={classes.page}>
      <Group justify="space-between" align="flex-end" gap="lg" mb={{ base: 'lg', sm: 'xl' }}>
        <Stack gap="xs" className={classes.heading}>
          {eyebrow}
          <PageTitle {...(titleLang !== undefined && { lang: titleLang })}>{title}</PageTitle>
          {lead !== undefined && (
            <Text c="dimmed" size="lg" className={classes.lead}>
              {lead}
            </Text>
          )}
        </Stack>
        {actions !== undefined && <Group gap="sm">{actions}</Group>}
      </Group>
      <Box>{children}</Box>
    </Container>
  );
}
