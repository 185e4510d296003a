import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languageCodes, languages } from '../i18n/languages.ts';
import { chooseLanguage } from '../lib/translations.ts';
import type { MenuTarget } from '../ui/menu-on-demand.tsx';
import { OpenedMenu } from '../ui/opened-menu.tsx';
import { showFailure } from '../ui/toast.tsx';

export function LanguageChoices({ target }: MenuTarget) {
  const { i18n } = useTranslation('shell');
  return (
    <OpenedMenu target={target}>
      {languageCodes.map((choice) => (
        <Menu.RadioItem
          key={choice}
          value={choice}
          lang={choice}
          checked={choice === i18n.language}
          checkIcon={<IconCheck size={16} aria-hidden />}
          onChange={() => void chooseLanguage(choice).catch(showFailure)}
          closeMenuOnClick
        >
          {languages[choice].name}
        </Menu.RadioItem>
      ))}
    </OpenedMenu>
  );
}
