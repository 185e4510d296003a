import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import classes from './subject-filter.module.css';

const SubjectFilterSubject = graphql(`
  fragment SubjectFilter_subject on Subject {
    id
    title
    slug
    courseCount
  }
`);

interface ChoiceProps {
  label: string;
  count: number;
  slug: string | null;
}

function Choice({ label, count, slug }: ChoiceProps) {
  const { t } = useTranslation('catalogue');
  const [params] = useSearchParams();
  const isChosen = params.get('subject') === slug;
  const next = new URLSearchParams(params);
  if (slug === null) next.delete('subject');
  else next.set('subject', slug);
  return (
    <li>
      <Link to={{ search: next.toString() }} replace preventScrollReset className={classes.choice} aria-current={isChosen || undefined}>
        {label} <span aria-label={t('courses', { count })}>{count}</span>
      </Link>
    </li>
  );
}

/** Which subject's courses are shown, in the address. */
export function SubjectFilter({
  subjects: refs,
  courseCount,
}: {
  subjects: FragmentType<typeof SubjectFilterSubject>[];
  courseCount: number;
}) {
  const { t } = useTranslation('catalogue');
  const subjects = readFragment(SubjectFilterSubject, refs);
  return (
    <nav aria-label={t('subjects')}>
      <ul className={classes.choices}>
        <Choice label={t('allSubjects')} count={courseCount} slug={null} />
        {subjects.map(({ id, title, slug, courseCount: count }) => (
          <Choice key={id} label={title} count={count} slug={slug} />
        ))}
      </ul>
    </nav>
  );
}
