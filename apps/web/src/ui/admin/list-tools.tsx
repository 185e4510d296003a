import { CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { searchMaxLength } from '@cursus/rules/search';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A pause in the typing, in milliseconds: long enough that not every letter is asked for. */
const pause = 250;

interface ListSearchProps {
  label: string;
  /** What the address says. */
  words: string;
  onSearch: (words: string) => void;
}

/** The words go to the list while one types, and at once by Enter; Escape takes them away. */
export function ListSearch({ label, words: said, onSearch }: ListSearchProps) {
  const { t } = useTranslation('admin');
  const input = useRef<HTMLInputElement>(null);
  const [{ words, ...address }, setField] = useState({ words: said, said, wanted: said });
  // The address takes its time, and what is typed meanwhile stays; one that somebody else changed (Back, a link) is followed.
  if (said !== address.said) setField({ words: said === address.wanted ? words : said, said, wanted: said });

  const search = (next: string): void => {
    setField((field) => ({ ...field, words: next, wanted: next.trim() === '' ? '' : next }));
    onSearch(next);
  };
  const searchSoon = useDebouncedCallback(search, pause);
  const searchNow = (next: string): void => {
    searchSoon.cancel();
    search(next);
  };

  return (
    <TextInput
      ref={input}
      type="search"
      label={label}
      size="sm"
      enterKeyHint="search"
      maxLength={searchMaxLength}
      value={words}
      onChange={({ currentTarget: { value } }) => {
        setField((field) => ({ ...field, words: value }));
        searchSoon(value);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') searchNow('');
        if (key === 'Enter') searchNow(words);
      }}
      leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      rightSection={
        words !== '' && (
          <CloseButton
            size="sm"
            aria-label={t('search.clear')}
            onClick={() => {
              searchNow('');
              input.current?.focus();
            }}
          />
        )
      }
    />
  );
}

export interface Choice {
  value: string;
  label: string;
}

interface ChoiceFilterProps {
  label: string;
  choices: readonly Choice[];
  value: string | null;
  onChoose: (value: string | null) => void;
}

/** One of few, or all. */
export function ChoiceFilter({ label, choices, value, onChoose }: ChoiceFilterProps) {
  const { t } = useTranslation('admin');
  return (
    <NativeSelect
      label={label}
      size="sm"
      value={choices.some((choice) => choice.value === value) ? (value ?? '') : ''}
      data={[{ value: '', label: t('filter.all') }, ...choices]}
      onChange={({ currentTarget }) => onChoose(currentTarget.value === '' ? null : currentTarget.value)}
    />
  );
}
