import { Alert, Stack } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { mistakesByRule, mistakesOf } from '../lib/mistakes.ts';
import type { Mistake, UserErrorRef } from '../lib/user-error.ts';
import { MistakeMessage } from './mistake-message.tsx';

type Fields = Record<string, unknown>;

interface RuleFormOptions<TValues extends Fields, TRuled, TPayload> {
  /** From @cursus/rules: run before sending, and what it makes of the values (trimmed, lower case) is what is sent. */
  rule: z.ZodType<TRuled, TValues>;
  initialValues: TValues;
  /** By `useSend`. Null when it failed and was told: what was typed stays. */
  send: (ruled: TRuled) => Promise<TPayload | null>;
  onDone: (payload: TPayload) => void | Promise<void>;
  /** What is wrong although the payload refuses nothing. */
  mistakesIn?: (payload: TPayload) => readonly Mistake[];
  onValuesChange?: (values: TValues) => void;
  /** What the form calls a field that the server calls otherwise. */
  fieldOf?: (path: string) => string;
}

export interface RuleFormState<TValues extends Fields> extends UseFormReturnType<TValues> {
  isSending: boolean;
  /** What no field of the form can be blamed for. */
  mistakes: readonly Mistake[];
  element: RefObject<HTMLFormElement | null>;
  submit: (event?: FormEvent<HTMLFormElement>) => Promise<void>;
  /** Shows what is wrong, each beside its field, and leaves the focus where it is. */
  mark: (found: readonly Mistake[]) => void;
  /** Goes to the first field that is marked. */
  goToMistake: () => void;
}

const messages = (mistakes: readonly Mistake[]): Record<string, ReactNode> =>
  Object.fromEntries(mistakes.map((mistake) => [mistake.field ?? '', <MistakeMessage key={mistake.field} mistake={mistake} />]));

/**
 * The one way to make a form: a rule before sending, the payload's userErrors after, each beside its field,
 * and the focus on the first field that is wrong.
 */
export function useRuleForm<TValues extends Fields, TRuled, TPayload extends { userErrors: readonly UserErrorRef[] }>({
  rule,
  initialValues,
  send,
  onDone,
  mistakesIn = () => [],
  onValuesChange,
  fieldOf = (path) => path,
}: RuleFormOptions<TValues, TRuled, TPayload>): RuleFormState<TValues> {
  const form = useForm<TValues>({
    initialValues,
    validate: (values) => messages(mistakesByRule(rule, values)),
    ...(onValuesChange && { onValuesChange }),
  });
  const [isSending, setSending] = useState(false);
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const [refusals, setRefusals] = useState(0);
  const element = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (refusals > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-form-mistakes]')?.focus();
  }, [refusals]);

  const mark = (found: readonly Mistake[]): void => {
    const isOfField = ({ field }: Mistake): boolean => field !== null && (field.split('.')[0] ?? '') in form.getValues();
    form.setErrors(messages(found.filter(isOfField)));
    setMistakes(found.filter((mistake) => !isOfField(mistake)));
  };

  const goToMistake = (): void => setRefusals((count) => count + 1);

  const refuse = (found: readonly Mistake[]): void => {
    mark(found);
    goToMistake();
  };

  const submit = async (event?: FormEvent<HTMLFormElement>): Promise<void> => {
    event?.preventDefault();
    const ruled = rule.safeParse(form.getValues());
    if (!ruled.success) return refuse(mistakesByRule(rule, form.getValues()));
    setMistakes([]);
    setSending(true);
    const payload = await send(ruled.data).finally(() => setSending(false));
    if (payload === null) return;
    const refused = mistakesOf(payload.userErrors).map((mistake) => ({ ...mistake, field: mistake.field && fieldOf(mistake.field) }));
    const found = [...refused, ...mistakesIn(payload)];
    if (found.length > 0) refuse(found);
    else {
      // What is stored is what later changes are measured by.
      form.resetDirty();
      await onDone(payload);
    }
  };

  return { ...form, isSending, mistakes, element, submit, mark, goToMistake };
}

interface RuleFormProps<TValues extends Fields> {
  form: RuleFormState<TValues>;
  /** What the form is for, where no heading says it. */
  label?: string;
  /** The focus left a field. */
  onBlur?: () => void;
  children: ReactNode;
}

export function RuleForm<TValues extends Fields>({ form, label, onBlur, children }: RuleFormProps<TValues>) {
  return (
    <form ref={form.element} noValidate aria-label={label} onSubmit={(event) => void form.submit(event)} onBlur={onBlur}>
      <Stack gap="md">
        {form.mistakes.length > 0 && (
          <Alert color="red" icon={<IconAlertTriangle aria-hidden />} tabIndex={-1} data-form-mistakes>
            {form.mistakes.map((mistake) => (
              <MistakeMessage key={mistake.code} mistake={mistake} />
            ))}
          </Alert>
        )}
        {children}
      </Stack>
    </form>
  );
}
