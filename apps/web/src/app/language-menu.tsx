import { Button, Menu } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languageCodes, languages } from '../i18n/languages.ts';
import { chooseLanguage } from '../lib/translations.ts';

export function LanguageMenu() {
  const { t, i18n } = useTranslation('shell');
  const code = i18n.language.toUpperCase();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<IconLanguage size={20} stroke={1.6} aria-hidden />}
          aria-label={t('language', { code })}
        >
          {code}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languageCodes.map((choice) => (
          <Menu.RadioItem
            key={choice}
            value={choice}
            lang={choice}
            checked={choice === i18n.language}
            checkIcon={<IconCheck size={16} aria-hidden />}
            onChange={() => void chooseLanguage(choice)}
            closeMenuOnClick
          >
            {languages[choice].name}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
