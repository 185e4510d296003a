import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CourseOrder } from '../../gql/graphql.ts';

const orders = {
  newest: { field: 'PUBLISHED_AT', direction: 'DESC' },
  popular: { field: 'STUDENT_COUNT', direction: 'DESC' },
  title: { field: 'TITLE', direction: 'ASC' },
} as const satisfies Record<string, CourseOrder>;

type OrderName = keyof typeof orders;
const names = Object.keys(orders) as OrderName[];

/** The best match comes first in what was searched for; what was not has no match to be ordered by. */
const choicesOf = (isSearch: boolean): ('relevant' | OrderName)[] => (isSearch ? ['relevant', ...names] : names);

/** The order that the address names, or the one that is natural for the list; null when the server is to choose that. */
function chosenOrder(wish: string | null, isSearch: boolean): OrderName | null {
  const named = names.find((name) => name === wish);
  return named ?? (isSearch ? null : 'newest');
}

/** The order of courses stands in the address, so that it can be shared and Back finds it. */
export function courseOrderIn(params: URLSearchParams, { isSearch = false } = {}): CourseOrder[] | null {
  const name = chosenOrder(params.get('order'), isSearch);
  return name && [orders[name]];
}

export function CourseOrderSelect({ isSearch = false }) {
  const { t } = useTranslation('catalogue');
  const [params, setParams] = useSearchParams();
  return (
    <NativeSelect
      aria-label={t('order.label')}
      value={chosenOrder(params.get('order'), isSearch) ?? 'relevant'}
      data={choicesOf(isSearch).map((name) => ({ value: name, label: t(`order.${name}`) }))}
      onChange={({ currentTarget }) => {
        const next = new URLSearchParams(params);
        next.set('order', currentTarget.value);
        setParams(next, { replace: true, preventScrollReset: true });
      }}
    />
  );
}
