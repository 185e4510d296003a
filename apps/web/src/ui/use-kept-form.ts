import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Autosave } from '../lib/autosave.ts';
import { copied, CopyKeeper } from '../lib/copy-keeper.ts';
import type { LocalCopy } from '../lib/local-copy.ts';
import { isSame } from '../lib/merge-edits.ts';
import { newKey } from '../lib/new-key.ts';
import type { AutosaveOptions, Fields, SaveAnswer, SaveState, Stored } from '../lib/save-state.ts';
import { useViewerId } from '../lib/use-session.ts';
import type { UserErrorRef } from '../lib/user-error.ts';
import { type RuleFormState, useRuleForm } from './rule-form.tsx';
import { showDone } from './toast.tsx';

export interface KeptFormOptions<TValues extends Fields> {
  rule: z.ZodType<TValues, TValues>;
  /** What something new begins with. */
  blank: TValues;
  /** What is edited, as it is on the server; null: something new, which the server gets by the button alone. */
  stored: Stored<TValues> | null;
  /** Names the copy on this device: the id of what is edited, or where something new goes. */
  name: string;
  /** Fields that are a choice of files, which is held by what shows it: a copy on this device leaves them out. */
  files: readonly (keyof TValues & string)[];
  /** By `useSend`. The key makes sure that what is sent twice is created once. */
  create: (values: TValues, idempotencyKey: string) => Promise<{ userErrors: readonly UserErrorRef[] } | null>;
  update: (values: TValues, expectedRevision: number) => Promise<SaveAnswer>;
  /** What is edited, as it is on the server now; null when it is gone. */
  readAgain: () => Promise<Stored<TValues> | null>;
  /** Everything is saved, and the button was pressed. */
  onDone: (values: TValues) => void | Promise<void>;
}

export interface KeptFormState<TValues extends Fields> extends RuleFormState<TValues> {
  autosave: Autosave<TValues> | null;
  save: SaveState<TValues> | null;
  /** What was left on this device, to be restored or discarded. */
  left: { copy: LocalCopy; present: TValues } | null;
  restore: () => void;
  discard: () => void;
  /** Another one draws the fields anew: those that keep something of their own. */
  generation: number;
  isUnsaved: () => boolean;
  /** Sends what can be sent. True when nothing is left. */
  flush: () => Promise<boolean>;
}

/** One key for each state of the values: sent again unchanged it is the same. */
function useKeyOf(): (values: Fields) => string {
  const last = useRef<{ values: Fields; key: string } | null>(null);
  return (values) => {
    if (last.current === null || !isSame(last.current.values, values)) last.current = { values, key: newKey() };
    return last.current.key;
  };
}

const noSubscription = (): (() => void) => () => undefined;

/**
 * A form in which nothing that was written is lost: an edit is saved as it is written, and what the server has not got is kept on this
 * device. It is of one object: another one needs another `key`.
 */
export function useKeptForm<TValues extends Fields>(options: KeptFormOptions<TValues>): KeptFormState<TValues> {
  const { t } = useTranslation('fields');
  const viewerId = useViewerId();
  const [{ stored, blank, rule, files }] = useState(options);
  const initial = stored?.values ?? blank;
  const [keeper] = useState(() => new CopyKeeper<TValues>(viewerId, options.name));
  const [left, setLeft] = useState(() => keeper.left(initial));
  const [generation, setGeneration] = useState(0);
  const keyOf = useKeyOf();
  const isCreated = useRef(false);

  const latest = useRef<Omit<AutosaveOptions<TValues>, 'stored' | 'rule'> | null>(null);
  const [autosave] = useState(
    () =>
      stored &&
      new Autosave<TValues>({
        stored,
        rule,
        send: options.update,
        readAgain: options.readAgain,
        onMistakes: (mistakes) => latest.current?.onMistakes(mistakes),
        onReplaced: (values, replaced) => latest.current?.onReplaced(values, replaced),
      }),
  );
  const save = useSyncExternalStore(autosave?.subscribe ?? noSubscription, () => autosave?.state() ?? null);

  const note = (values: TValues): void => {
    const { values: stands, revision } = autosave?.stored ?? { values: blank, revision: null };
    // Spaces at the end of a title are no change worth a copy.
    const base = autosave?.isUnsaved() === false ? values : stands;
    const chosen = Object.fromEntries(files.map((field) => [field, base[field]]));
    keeper.note({ values: copied(values, chosen), base, revision });
  };

  const form = useRuleForm<TValues, TValues, { userErrors: readonly UserErrorRef[] }>({
    rule,
    initialValues: initial,
    onValuesChange: (values) => {
      autosave?.change(values);
      note(values);
    },
    send: (values) => options.create(values, keyOf(values)),
    onDone: async () => {
      isCreated.current = true;
      keeper.drop();
      await options.onDone(rule.parse(form.getValues()));
    },
  });

  useLayoutEffect(() => {
    latest.current = {
      send: options.update,
      readAgain: options.readAgain,
      onMistakes: form.mark,
      onReplaced: (values, { fields, other }) => {
        form.setValues(values);
        // What is no text is held by what shows it.
        if (fields.some((field) => files.includes(field) || typeof values[field] !== 'string')) setGeneration((count) => count + 1);
        if (other !== null) showDone(t('save.merged', { name: other.by?.name ?? t('save.somebody') }));
      },
    };
  });

  useEffect(() => {
    const stopNoting = autosave?.subscribe(() => note(form.getValues()));
    const keepNow = (): void => keeper.now();
    const sendNow = (): void => void autosave?.flush();
    window.addEventListener('pagehide', keepNow);
    window.addEventListener('online', sendNow);
    return () => {
      window.removeEventListener('pagehide', keepNow);
      window.removeEventListener('online', sendNow);
      stopNoting?.();
      autosave?.stop();
      keeper.now();
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- All of it is the same as long as the form is.
  }, []);

  const isUnsaved = (): boolean => autosave?.isUnsaved() ?? (!isCreated.current && !isSame(form.getValues(), blank));
  const flush = async (): Promise<boolean> => (autosave === null ? !isUnsaved() : autosave.flush());

  const submit: RuleFormState<TValues>['submit'] = async (event) => {
    if (autosave === null) return form.submit(event);
    event?.preventDefault();
    if (await autosave.flush()) await options.onDone(rule.parse(form.getValues()));
    else if (autosave.state().status === 'invalid') form.goToMistake();
  };

  const restore = (): void => {
    if (left === null) return;
    setLeft(null);
    const values = copied(initial, left.changed);
    form.setValues(values);
    setGeneration((count) => count + 1);
    if (autosave !== null && left.revision !== null) {
      void autosave.restore(values, { values: copied(initial, left.base), revision: left.revision });
    }
  };

  return {
    ...form,
    submit,
    autosave,
    save,
    left: left && { copy: left, present: initial },
    restore,
    discard: () => {
      keeper.drop();
      setLeft(null);
    },
    generation,
    isUnsaved,
    flush,
  };
}
