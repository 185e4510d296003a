import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function ColorSchemeSwitch() {
  const { t } = useTranslation('shell');
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const { setColorScheme } = useMantineColorScheme();
  const [other, IconComponent] = scheme === 'light' ? (['dark', IconMoon] as const) : (['light', IconSun] as const);
  return (
    <ActionIcon aria-label={t(`colorScheme.${other}`)} onClick={() => setColorScheme(other)}>
      <IconComponent size={20} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
