import { Container, NavLink, Skeleton, Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { NavLink as RouterLink } from 'react-router';
import classes from './sectioned-frame.module.css';

interface Section {
  path: string;
  label: string;
  icon: Icon;
  /** At this address alone: the others begin with it. */
  isExact?: boolean;
}

interface SectionedFrameProps {
  /** What it is the area of; seen above the sections on a desk. */
  title: string;
  /** What the sections are, for who hears them. */
  label: string;
  /** Null: they are not known yet. */
  sections: readonly Section[] | null;
  /** Its pages hold tables, and its sections are many. */
  isWide?: boolean;
  children: ReactNode;
}

/** On a phone the sections may be wider than the page: the present one is in sight. */
function showPresent(nav: HTMLElement | null): void {
  nav?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
}

/** What all pages of an area share: which section one is in, and the ways to the others. */
export function SectionedFrame({ title, label, sections, isWide = false, children }: SectionedFrameProps) {
  return (
    <Container className={classes.frame} data-wide={isWide || undefined}>
      {sections === null ? (
        <Skeleton height={200} radius="lg" visibleFrom="md" />
      ) : (
        <nav ref={showPresent} aria-label={label} className={classes.sections}>
          <Text size="sm" fw={600} c="dimmed" className={classes.title ?? ''}>
            {title}
          </Text>
          {sections.map(({ path, label: name, icon: IconComponent, isExact = false }) => (
            <NavLink
              key={path}
              component={RouterLink}
              to={path}
              end={isExact}
              label={name}
              leftSection={<IconComponent size={18} stroke={1.6} aria-hidden />}
              className={classes.section ?? ''}
            />
          ))}
        </nav>
      )}
      <div className={classes.content}>{children}</div>
    </Container>
  );
}
