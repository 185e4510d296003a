import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { languageName } from '../../lib/language-name.ts';

const CourseLanguageSelectLanguage = graphql(`
  fragment CourseLanguageSelect_language on CourseLanguage {
    code
    courseCount
  }
`);

/** In which language courses are wanted stands in the address; null: in any. */
export function courseLanguageIn(params: URLSearchParams): string | null {
  const code = params.get('language') ?? '';
  return /^[a-z]{2}$/.test(code) ? code : null;
}

export function CourseLanguageSelect({ languages: refs }: { languages: readonly FragmentType<typeof CourseLanguageSelectLanguage>[] }) {
  const { t, i18n } = useTranslation('catalogue');
  const [params, setParams] = useSearchParams();
  const chosen = courseLanguageIn(params);
  const languages = readFragment(CourseLanguageSelectLanguage, refs);
  // One language is no choice, unless it is the way back from another.
  if (languages.length < 2 && chosen === null) return null;

  const known = languages.map(({ code, courseCount }) => ({
    value: code,
    label: t('language.counted', { language: languageName(code, i18n.language), count: courseCount }),
  }));
  const isUnknown = chosen !== null && languages.every(({ code }) => code !== chosen);
  return (
    <NativeSelect
      aria-label={t('language.label')}
      value={chosen ?? ''}
      data={[
        { value: '', label: t('language.all') },
        ...known,
        ...(isUnknown ? [{ value: chosen, label: languageName(chosen, i18n.language) }] : []),
      ]}
      onChange={({ currentTarget: { value } }) =>
        setParams(
          (present) => {
            if (value === '') present.delete('language');
            else present.set('language', value);
            return present;
          },
          { replace: true, preventScrollReset: true },
        )
      }
    />
  );
}
