import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBeforeUnload, useBlocker } from 'react-router';
import { confirm } from './confirm.tsx';

/** Asks before what was written is lost by going elsewhere; when the tab closes, the browser asks. */
export function UnsavedGuard({ isDirty }: { isDirty: () => boolean }) {
  const { t } = useTranslation('fields');
  const blocker = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && isDirty());

  useBeforeUnload((event) => {
    if (isDirty()) event.preventDefault();
  });

  const ask = useEffectEvent(async (): Promise<void> => {
    const isLeaving = await confirm({
      title: t('unsaved.title'),
      children: t('unsaved.text'),
      confirmLabel: t('unsaved.leave'),
      cancelLabel: t('unsaved.stay'),
      isDangerous: true,
    });
    if (isLeaving) blocker.proceed?.();
    else blocker.reset?.();
  });

  useEffect(() => {
    if (blocker.state === 'blocked') void ask();
  }, [blocker.state]);

  return null;
}
