import { createContext, use, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBeforeUnload, useBlocker } from 'react-router';
import { session } from '../lib/session.ts';
import { guardWork } from '../lib/unsaved-work.ts';
import { confirm, prepareToAsk } from './confirm.tsx';

const patienceMs = 3_000;

export interface GuardedWork {
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
export function useMayLeave({ isUnsaved, flush }: GuardedWork): () => Promise<boolean> {
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

/** What is written on a page that has several forms: `UnsavedGuards` asks for all of it. */
export const Guards = createContext<Set<GuardedWork> | null>(null);

/** Saves what is written before one goes elsewhere, and asks where that can't be done; when the tab closes, the browser asks. */
export function UnsavedGuard(work: GuardedWork) {
  const works = use(Guards);
  const isUnsaved = useEffectEvent(() => work.isUnsaved());
  const flush = useEffectEvent(() => work.flush());
  useEffect(() => {
    if (works === null) return undefined;
    const guarded = { isUnsaved: () => isUnsaved(), flush: () => flush() };
    works.add(guarded);
    return () => void works.delete(guarded);
  }, [works]);
  return works === null ? <LoneGuard {...work} /> : null;
}

/** The one that asks the router. */
export function LoneGuard({ isUnsaved, flush }: GuardedWork) {
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
