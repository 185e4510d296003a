import { skipToken, useQuery } from '@apollo/client/react';
import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from './list-tools.tsx';
import classes from './record-choice.module.css';

const typingMs = 250;

interface RecordChoiceProps<TData, TVariables extends OperationVariables> {
  label: string;
  /** While none is chosen; absent: all. */
  placeholder?: string;
  document: TypedDocumentNode<TData, TVariables>;
  /** By what is typed; or those of these ids, to name what the address says. */
  variablesOf: (asked: { search: string | null; ids: string[] | null }) => TVariables;
  choicesOf: (data: TData) => readonly Choice[];
  value: string | null;
  onChoose: (value: string | null) => void;
  /** Of a field in a form. */
  size?: 'sm' | 'md';
  description?: ReactNode;
  error?: ReactNode;
}

/** One of many records, or all: as one types, the server finds. */
export function RecordChoice<TData, TVariables extends OperationVariables>({
  label,
  placeholder,
  document,
  variablesOf,
  choicesOf,
  value,
  onChoose,
  ...field
}: RecordChoiceProps<TData, TVariables>) {
  const { t } = useTranslation('admin');
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words.trim(), typingMs);
  const [isChosen, setChosen] = useState(false);
  const options = { fetchPolicy: 'cache-first' } as const;
  const found = useQuery<TData, OperationVariables>(document, {
    ...options,
    variables: variablesOf({ search: search === '' || isChosen ? null : search, ids: null }),
  });
  const named = useQuery<TData, OperationVariables>(
    document,
    value === null ? skipToken : { ...options, variables: variablesOf({ search: null, ids: [value] }) },
  );
  const listed = [found.data ?? found.previousData, named.data].flatMap((data) => (data === undefined ? [] : choicesOf(data as TData)));
  const choices = [...new Map(listed.map((choice) => [choice.value, choice])).values()];
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <Select
      label={label}
      size="sm"
      {...field}
      placeholder={placeholder ?? t('filter.all')}
      // 'All' is a choice like any other, beside the filters that are native.
      {...(placeholder === undefined && { classNames: { input: classes.all ?? '' } })}
      data={choices}
      value={chosen?.value ?? null}
      onChange={(next) => {
        setChosen(true);
        onChoose(next);
      }}
      onInput={() => setChosen(false)}
      searchable
      // Going through a form, or to a field that was refused, covers nothing: typing, a click and the arrows open it.
      openOnFocus={false}
      clearable
      clearButtonProps={{ 'aria-label': t('filter.clear', { label }) }}
      // The server has found them: what is typed may be in no name as it is written.
      filter={({ options: all }) => all}
      onSearchChange={setWords}
      nothingFoundMessage={t('filter.none')}
    />
  );
}
