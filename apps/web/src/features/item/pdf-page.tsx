import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from 'react-pdf';
import classes from './pdf-view.module.css';

interface PdfPageProps {
  number: number;
  width: number;
  /** Height by width, until it is known. */
  ratio: number;
  /** What scrolls. */
  root: RefObject<HTMLElement | null>;
}

/** A page keeps its place, and is drawn while it is in view or near it. */
export function PdfPage({ number, width, ratio, root }: PdfPageProps) {
  const { t } = useTranslation('learning');
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [ownRatio, setOwnRatio] = useState(ratio);

  useEffect(() => {
    if (place.current === null) return undefined;
    const observer = new IntersectionObserver((entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)), {
      root: root.current,
      rootMargin: '120% 0px',
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [root]);

  return (
    <div
      ref={place}
      data-page={number}
      className={classes.page}
      style={{ width, height: width * ownRatio }}
      role="group"
      aria-label={t('pdf.pageNumber', { number })}
    >
      {isNear && (
        <Page
          pageNumber={number}
          width={width}
          // A page on a screen of many pixels, and enlarged, would take more memory than a phone has.
          devicePixelRatio={Math.min(2, window.devicePixelRatio, 3_200 / width)}
          loading={null}
          error={<span className={classes.broken}>{t('pdf.pageFailed')}</span>}
          onLoadSuccess={({ originalWidth, originalHeight }) => setOwnRatio(originalHeight / originalWidth)}
        />
      )}
    </div>
  );
}
