import { IconCloudCheck, IconCloudOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { connection } from '../lib/connection.ts';
import { useConnectionIsLost } from '../lib/use-connection.ts';
import classes from './connection-banner.module.css';

/** So long it is said that all is well again, in milliseconds. */
const reliefMs = 4_000;

/** Says under the header, and aloud, that the server can't be reached, and when it can again. It covers nothing that can be pressed. */
export function ConnectionBanner() {
  const { t } = useTranslation('shell');
  const isLost = useConnectionIsLost();
  const [isBack, setBack] = useState(false);

  useEffect(() => {
    let timer: number | undefined;
    const unsubscribe = connection.subscribe(() => {
      window.clearTimeout(timer);
      setBack(!connection.isLost());
      timer = window.setTimeout(() => setBack(false), reliefMs);
    });
    return () => {
      unsubscribe();
      window.clearTimeout(timer);
    };
  }, []);

  return (
    <div role="status" className={classes.place}>
      {isLost && (
        <p className={classes.lost}>
          <IconCloudOff size={18} aria-hidden />
          {t('connection.lost')}
        </p>
      )}
      {!isLost && isBack && (
        <p className={classes.found}>
          <IconCloudCheck size={18} aria-hidden />
          {t('connection.found')}
        </p>
      )}
    </div>
  );
}
