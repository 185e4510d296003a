import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../gql/gql.ts';
import { type Language, languageCodes, languages } from '../i18n/languages.ts';
import { choose, hasChosenLanguage } from '../lib/reader.ts';
import { chooseLanguage } from '../lib/translations.ts';
import { useIsSignedIn } from '../lib/use-session.ts';
import type { MenuTarget } from '../ui/menu-on-demand.tsx';
import { OpenedMenu } from '../ui/opened-menu.tsx';
import { useAction } from '../ui/send.ts';
import { showFailure } from '../ui/toast.tsx';

const ChooseLanguage = graphql(`
  mutation ChooseLanguage($language: String!) {
    updateProfile(input: { language: $language }) {
      viewer {
        id
        profile {
          language
          revision
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export function LanguageChoices({ target }: MenuTarget) {
  const { i18n } = useTranslation('shell');
  const isSignedIn = useIsSignedIn();
  const [save] = useAction(ChooseLanguage);

  /** Who chose a language in their profile has changed their mind: what they choose here goes with them to other devices. */
  const speak = async (language: Language): Promise<void> => {
    await chooseLanguage(language);
    if (isSignedIn && hasChosenLanguage() && (await save({ language })) !== null) await choose({ language });
  };

  return (
    <OpenedMenu target={target}>
      {languageCodes.map((choice) => (
        <Menu.RadioItem
          key={choice}
          value={choice}
          lang={choice}
          checked={choice === i18n.language}
          checkIcon={<IconCheck size={16} aria-hidden />}
          onChange={() => void speak(choice).catch(showFailure)}
          closeMenuOnClick
        >
          {languages[choice].name}
        </Menu.RadioItem>
      ))}
    </OpenedMenu>
  );
}
