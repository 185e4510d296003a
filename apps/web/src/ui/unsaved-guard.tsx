import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBeforeUnload, useBlocker } from 'react-router';
import { session } from '../lib/session.ts';
import { guardWork } from '../lib/unsaved-work.ts';
import { confirm, prepareToAsk } from './confirm.tsx';

const patienceMs = 3_000;

interface UnsavedGuardProps {
  isUnsaved: () => boolean;
  /** Sends what can be sent. True when nothing is left. */
  flush: () => Promise<boolean>;
}

/** Whether all was saved before one loses patience. */
function isSavedSoon(flush: () => Promise<boolean>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  setTimeout(() => resolve(false), patienceMs);
  void flush().then(resolve);
  return promise;
}

/** Whether one may go: all is saved, or one was asked and leaves all the same. */
export function useMayLeave({ isUnsaved, flush }: UnsavedGuardProps): () => Promise<boolean> {
  const { t } = useTranslation('fields');
  return async () =>
    !isUnsaved() ||
    (await isSavedSoon(flush)) ||
    confirm({
      title: t('unsaved.title'),
      children: t('unsaved.text'),
      confirmLabel: t('unsaved.leave'),
      cancelLabel: t('unsaved.stay'),
      isDangerous: true,
    });
}

/** Saves what is written before one goes elsewhere, and asks where that can't be done; when the tab closes, the browser asks. */
export function UnsavedGuard({ isUnsaved, flush }: UnsavedGuardProps) {
  const mayLeave = useMayLeave({ isUnsaved, flush });
  /** One was asked beforehand, and leaves. */
  const isFree = useRef(false);
  // Who is signed out can save nothing; what they wrote stays on this device.
  const holds = (): boolean => !isFree.current && session.state().status !== 'signed-out' && isUnsaved();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && holds());

  useBeforeUnload((event) => {
    if (!holds()) return;
    event.preventDefault();
    void flush();
  });

  const ask = useEffectEvent(async (): Promise<void> => {
    if (await mayLeave()) blocker.proceed?.();
    else blocker.reset?.();
  });

  const askBefore = useEffectEvent(async (): Promise<boolean> => {
    isFree.current = await mayLeave();
    return isFree.current;
  });

  useEffect(prepareToAsk, []);
  useEffect(() => guardWork(() => askBefore()), []);

  useEffect(() => {
    if (blocker.state === 'blocked') void ask();
  }, [blocker.state]);

  return null;
}
