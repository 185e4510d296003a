import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { searchMaxLength } from '@cursus/rules/search';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

/** A pause in the typing, in milliseconds: long enough that not every letter is asked for. */
const pause = 250;

/** What is searched for stands in the address, so that it can be shared and Back finds it; null when nothing is. */
export function searchWordsIn(params: URLSearchParams): string | null {
  const words = params.get('q')?.trim().slice(0, searchMaxLength) ?? '';
  return words === '' ? null : words;
}

/** The words go into the address while one types, and at once by Enter. */
export function CourseSearch() {
  const { t } = useTranslation('catalogue');
  const [params, setParams] = useSearchParams();
  const input = useRef<HTMLInputElement>(null);
  const said = params.get('q') ?? '';
  const [{ words, ...address }, setField] = useState({ words: said, said, wanted: said });
  // The address takes its time, and what is typed meanwhile stays; one that somebody else changed (Back, a link) is followed.
  if (said !== address.said) setField({ words: said === address.wanted ? words : said, said, wanted: said });

  const search = (next: string) => {
    setField((field) => ({ ...field, words: next, wanted: next.trim() === '' ? '' : next }));
    setParams(
      (present) => {
        if (next.trim() === '') present.delete('q');
        else present.set('q', next);
        return present;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  const searchSoon = useDebouncedCallback(search, pause);
  const searchNow = (next: string) => {
    searchSoon.cancel();
    search(next);
  };

  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          searchNow(words);
        }}
      >
        <TextInput
          ref={input}
          size="md"
          aria-label={t('search.label')}
          placeholder={t('search.label')}
          enterKeyHint="search"
          maxLength={searchMaxLength}
          value={words}
          onChange={({ currentTarget }) => {
            const { value } = currentTarget;
            setField((field) => ({ ...field, words: value }));
            searchSoon(value);
          }}
          onKeyDown={({ key }) => {
            if (key === 'Escape') searchNow('');
          }}
          leftSection={<IconSearch size={20} stroke={1.6} aria-hidden />}
          rightSection={
            words !== '' && (
              <CloseButton
                aria-label={t('search.clear')}
                onClick={() => {
                  searchNow('');
                  input.current?.focus();
                }}
              />
            )
          }
        />
      </form>
    </search>
  );
}
