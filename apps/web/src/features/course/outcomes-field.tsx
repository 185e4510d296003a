import { outcomeMaxCount, outcomeMaxLength } from '@cursus/rules/course';
import { ActionIcon, Button, Fieldset, Group, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './outcomes-field.module.css';

interface Line {
  id: number;
  text: string;
}

interface OutcomesFieldProps {
  initialValue: readonly string[];
  /** Lines that say something, in their order. */
  onChange: (outcomes: string[]) => void;
  /** Of the line with this number among those that say something. */
  errorOf: (number: number) => ReactNode;
}

let made = 0;
const lineOf = (text: string): Line => ({ id: (made += 1), text });
const saysSomething = ({ text }: Line): boolean => text.trim() !== '';

/** What one will learn, a line each: Enter begins the next one, Backspace takes an empty one away, pasted lines become lines. */
export function OutcomesField({ initialValue, onChange, errorOf }: OutcomesFieldProps) {
  const { t } = useTranslation('teaching');
  const [lines, setLines] = useState(() => (initialValue.length === 0 ? [''] : initialValue).map(lineOf));
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<number | null>(null);

  useEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelectorAll('input')[wanted.current]?.focus();
    wanted.current = null;
  }, [lines]);

  const write = (next: Line[], focused?: number): void => {
    wanted.current = focused ?? null;
    setLines(next);
    onChange(next.filter(saysSomething).map(({ text }) => text));
  };
  const isFull = lines.length >= outcomeMaxCount;
  const addAfter = (at: number): void => {
    if (!isFull) write(lines.toSpliced(at + 1, 0, lineOf('')), at + 1);
  };
  const remove = (at: number): void =>
    write(lines.length === 1 ? [lineOf('')] : lines.toSpliced(at, 1), Math.max(0, Math.min(at, lines.length - 2)));

  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    const isEmpty = lines[at]?.text === '';
    if (event.key !== 'Enter' && !(event.key === 'Backspace' && isEmpty && lines.length > 1)) return;
    event.preventDefault();
    if (event.key === 'Enter') addAfter(at);
    else write(lines.toSpliced(at, 1), Math.max(0, at - 1));
  };
  const onPaste = (event: ClipboardEvent, at: number): void => {
    const pasted = event.clipboardData
      .getData('text')
      .split(/\r?\n/)
      .map((text) => text.replace(/^\s*[-*•]\s*/, '').trim())
      .filter((text) => text !== '');
    if (pasted.length < 2) return;
    event.preventDefault();
    const next = lines.toSpliced(at, lines[at]?.text === '' ? 1 : 0, ...pasted.map(lineOf)).slice(0, outcomeMaxCount);
    write(next, Math.min(next.length, at + pasted.length) - 1);
  };

  return (
    <Fieldset variant="unstyled" legend={t('form.outcomes')} className={classes.field ?? ''}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('form.outcomesHint', { count: outcomeMaxCount })}
      </Text>
      <ol ref={list} className={classes.lines}>
        {lines.map((line, at) => (
          <Group key={line.id} component="li" gap="xs" wrap="nowrap" align="flex-start">
            <TextInput
              className={classes.text ?? ''}
              aria-label={t('form.outcome', { number: at + 1 })}
              placeholder={at === 0 ? t('form.outcomeExample') : undefined}
              maxLength={outcomeMaxLength}
              value={line.text}
              error={saysSomething(line) ? errorOf(lines.slice(0, at).filter(saysSomething).length) : undefined}
              onChange={({ currentTarget }) => write(lines.with(at, { ...line, text: currentTarget.value }))}
              onKeyDown={(event) => onKeyDown(event, at)}
              onPaste={(event) => onPaste(event, at)}
            />
            <ActionIcon mt={4} aria-label={t('form.outcomeRemove', { number: at + 1 })} onClick={() => remove(at)}>
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
      </ol>
      {!isFull && (
        <Button
          mt="xs"
          size="compact-md"
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => addAfter(lines.length - 1)}
        >
          {t('form.outcomeAdd')}
        </Button>
      )}
    </Fieldset>
  );
}
