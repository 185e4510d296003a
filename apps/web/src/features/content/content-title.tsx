import { useTranslation } from 'react-i18next';
import type { ItemKind } from '../../gql/graphql.ts';
import { itemKindNamed, itemKinds } from '../item/item-kinds.ts';
import classes from './content-title.module.css';

/** What a content is called, to whoever may not read it yet. */
export function ContentTitle({ kind, title }: { kind: ItemKind; title: string }) {
  const { t } = useTranslation('catalogue');
  const name = itemKindNamed(kind.toLowerCase());
  const IconComponent = name && itemKinds[name].icon;
  return (
    <li className={classes.title}>
      {IconComponent && <IconComponent size={18} stroke={1.6} role="img" aria-label={t(`kindNames.${kind}`)} />} {title}
    </li>
  );
}
