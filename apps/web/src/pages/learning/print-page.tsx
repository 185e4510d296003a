import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ItemView } from '../../features/item/item-view.tsx';
import { graphql } from '../../gql/gql.ts';
import type { PrintPageQuery } from '../../gql/graphql.ts';
import { playerPath } from '../../lib/paths.ts';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import classes from './print-page.module.css';

const PrintPageDocument = graphql(`
  query PrintPage($slug: String!) {
    courseBySlug(slug: $slug) {
      id
      title
      slug
      language
      modules {
        id
        title
        description
        contents {
          id
          item {
            __typename
            id
            title
            ...ItemKind_item
          }
        }
      }
    }
  }
`);

type Course = NonNullable<PrintPageQuery['courseBySlug']>;
type Module = NonNullable<Course['modules']>[number];
type Content = NonNullable<Module['contents']>[number];

/** On paper a film is an address, and what is not open yet is its title. */
function PrintedItem({ item, address }: { item: Content['item']; address: string }) {
  const { t } = useTranslation('learning');
  if (item.__typename === 'LockedItem') return <Text c="dimmed">{t('print.locked')}</Text>;
  if (item.__typename === 'Video') return <Text>{t('print.film', { address })}</Text>;
  return <ItemView item={item} />;
}

function PrintedModule({ course, module }: { course: Course; module: Module }) {
  const { t } = useTranslation('learning');
  return (
    <Page
      title={module.title}
      titleLang={course.language}
      size="narrow"
      eyebrow={
        <Group justify="space-between" gap="sm">
          <Text fw={600} size="sm" lang={course.language}>
            {course.title}
          </Text>
          <Anchor component={Link} to={playerPath(course.slug, module.id)} size="sm" fw={600} data-screen-only>
            {t('print.back')}
          </Anchor>
        </Group>
      }
      {...(module.description === '' ? {} : { lead: <span lang={course.language}>{module.description}</span> })}
    >
      <Button data-screen-only mb="xl" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
        {t('print.title')}
      </Button>
      <div lang={course.language}>
        {(module.contents ?? []).map(({ id, item }) => (
          <section key={id} className={classes.content} aria-labelledby={id}>
            <Title order={2} id={id} mb="md">
              {item.title}
            </Title>
            <PrintedItem item={item} address={window.location.origin + playerPath(course.slug, module.id, id)} />
          </section>
        ))}
      </div>
      {module.contents?.length === 0 && <Text>{t('emptyModule')}</Text>}
    </Page>
  );
}

/** All contents of a module one below the other, for paper. */
export function PrintPage() {
  const { courseSlug = '', moduleId } = useParams();
  const query = useQuery(PrintPageDocument, { variables: { slug: courseSlug } });
  return (
    <QueryState query={query}>
      {({ courseBySlug: course }) => {
        const module = course?.modules?.find(({ id }) => id === moduleId);
        if (course === null || module === undefined || module.contents === null) return <NothingHere />;
        return <PrintedModule course={course} module={module} />;
      }}
    </QueryState>
  );
}
