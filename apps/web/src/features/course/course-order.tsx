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

const orderNamed = (wish: string | null): OrderName => names.find((name) => name === wish) ?? 'newest';

/** The order of courses stands in the address, so that it can be shared and Back finds it. */
export function useCourseOrder(): CourseOrder[] {
  const [params] = useSearchParams();
  return [orders[orderNamed(params.get('order'))]];
}

export function CourseOrderSelect() {
  const { t } = useTranslation('catalogue');
  const [params, setParams] = useSearchParams();
  return (
    <NativeSelect
      aria-label={t('order.label')}
      value={orderNamed(params.get('order'))}
      data={names.map((name) => ({ value: name, label: t(`order.${name}`) }))}
      onChange={({ currentTarget }) => {
        const next = new URLSearchParams(params);
        next.set('order', currentTarget.value);
        setParams(next, { replace: true, preventScrollReset: true });
      }}
    />
  );
}
