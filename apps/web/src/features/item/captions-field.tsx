import { ActionIcon, Button, Fieldset, Group, Select, Stack, Text } from '@mantine/core';
import type { FormErrors } from '@mantine/form';
import { randomId } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageChoices } from '../../lib/course-languages.ts';
import { languageName } from '../../lib/language-name.ts';
import type { ChosenFile } from '../../ui/chosen-file-card.tsx';
import { UploadField } from '../../ui/upload-field.tsx';
import classes from './item.module.css';

interface Captions {
  language: string;
  file: ChosenFile | null;
}

interface CaptionsFieldProps {
  initial: readonly Captions[];
  /** Of the whole form: those of the captions are called `captions.0.language`. */
  errors: FormErrors;
  onChange: (captions: { language: string; fileId: string }[]) => void;
}

/** One row a language: what is said in a film, for who watches without sound or speaks another language. */
export function CaptionsField({ initial, errors, onChange }: CaptionsFieldProps) {
  const { t, i18n } = useTranslation('teaching');
  const [rows, setRows] = useState(() => initial.map((captions) => ({ key: randomId(), ...captions })));
  const languages = useMemo(() => languageChoices(i18n.language, i18n.language), [i18n.language]);

  const change = (next: typeof rows): void => {
    setRows(next);
    onChange(next.map(({ language, file }) => ({ language, fileId: file?.id ?? '' })));
  };
  const changeRow = (key: string, changed: Partial<Captions>): void =>
    change(rows.map((row) => (row.key === key ? { ...row, ...changed } : row)));
  const add = (): void => {
    const free = [i18n.language, ...languages.map(({ value }) => value)].find((code) => rows.every(({ language }) => language !== code));
    change([...rows, { key: randomId(), language: free ?? i18n.language, file: null }]);
  };

  return (
    <Fieldset legend={t('item.video.captions')} variant="unstyled" className={classes.captions}>
      <Text size="sm" c="dimmed">
        {t('item.video.captionsHint')}
      </Text>
      <Stack gap="md" mt="sm">
        {rows.map(({ key, language, file }, at) => (
          <div key={key} className={classes.captionsRow}>
            <Group align="flex-end" gap="xs" wrap="nowrap">
              <Select
                label={t('item.video.captionsLanguage')}
                data={languages}
                searchable
                allowDeselect={false}
                flex={1}
                value={language}
                error={errors[`captions.${at}.language`]}
                onChange={(chosen) => changeRow(key, { language: chosen ?? language })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={42}
                aria-label={t('item.video.captionsRemove', { language: languageName(language, i18n.language) })}
                onClick={() => change(rows.filter((row) => row.key !== key))}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Group>
            <UploadField
              label={t('item.video.captionsFile', { language: languageName(language, i18n.language) })}
              use="CAPTIONS"
              required
              initialFile={file}
              error={errors[`captions.${at}.fileId`]}
              onChange={(chosen) => changeRow(key, { file: chosen })}
            />
          </div>
        ))}
        <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} onClick={add} className={classes.captionsAdd}>
          {t('item.video.captionsAdd')}
        </Button>
      </Stack>
    </Fieldset>
  );
}
