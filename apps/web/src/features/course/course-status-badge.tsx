import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CourseStatus } from '../../gql/graphql.ts';

const colors: Readonly<Record<CourseStatus, string>> = { DRAFT: 'marigold', PUBLISHED: 'pine', ARCHIVED: 'gray' };

export function CourseStatusBadge({ status }: { status: CourseStatus }) {
  const { t } = useTranslation('catalogue');
  return (
    <Badge component="span" color={colors[status]}>
      {t(`status.${status}`)}
    </Badge>
  );
}
