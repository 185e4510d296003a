import { Button } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MenuOnDemand } from '../ui/menu-on-demand.tsx';

export function LanguageMenu() {
  const { t, i18n } = useTranslation('shell');
  const code = i18n.language.toUpperCase();
  return (
    <MenuOnDemand
      load={async () => (await import('./language-choices.tsx')).LanguageChoices}
      given={{}}
      target={
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<IconLanguage size={20} stroke={1.6} aria-hidden />}
          aria-label={t('language', { code })}
        >
          {code}
        </Button>
      }
    />
  );
}
