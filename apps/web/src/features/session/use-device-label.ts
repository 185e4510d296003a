import { useTranslation } from 'react-i18next';
import { deviceOf } from '../../lib/device-name.ts';

/** 'Firefox on Linux', of a User-Agent. */
export function useDeviceLabel(): (userAgent: string) => string {
  const { t } = useTranslation('security');
  return (userAgent) => {
    const { browser, system } = deviceOf(userAgent);
    return t('sessions.device', { browser: browser ?? t('sessions.unknownBrowser'), system: system ?? t('sessions.unknownSystem') });
  };
}
