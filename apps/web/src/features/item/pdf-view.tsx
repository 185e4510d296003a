import 'react-pdf/dist/Page/AnnotationLayer.css';
import 'react-pdf/dist/Page/TextLayer.css';
import { ActionIcon, Box, Group, Loader, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconDownload, IconExternalLink, IconMinus, IconPlus } from '@tabler/icons-react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Document, pdfjs } from 'react-pdf';
import { DownloadCard } from './download-card.tsx';
import { PdfPage } from './pdf-page.tsx';
import classes from './pdf-view.module.css';
import { tidyStructure } from './tagged-pdf.ts';

/** Where the build puts the worker, and what a PDF may lack. Without WebAssembly, which our pages' policy keeps out. */
const resources = `/assets/pdfjs-${pdfjs.version}`;
pdfjs.GlobalWorkerOptions.workerSrc = `${resources}/legacy/build/pdf.worker.min.mjs`;

const options = {
  cMapUrl: `${resources}/cmaps/`,
  standardFontDataUrl: `${resources}/standard_fonts/`,
  iccUrl: `${resources}/iccs/`,
  wasmUrl: `${resources}/wasm/`,
  useWasm: false,
};

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
const stepped = (zoom: number, by: 1 | -1): number => zooms[zooms.indexOf(zoom) + by] ?? zoom;

interface Opened {
  pages: number;
  /** Height by width of the first page: what is supposed of the others until they come. */
  ratio: number;
}

async function openedOf(pdf: PDFDocumentProxy): Promise<Opened> {
  tidyStructure(pdf);
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  return { pages: pdf.numPages, ratio: height / width };
}

/** The page that is at the middle of what one sees. */
function pageInView(view: HTMLElement): number {
  const middle = view.scrollTop + view.clientHeight / 2;
  const pages = [...view.querySelectorAll<HTMLElement>('[data-page]')];
  return Math.max(1, pages.findLastIndex((page) => page.offsetTop <= middle) + 1);
}

interface PdfViewProps {
  file: { name: string; size: number; url: string };
}

/** A PDF in the page: its pages are drawn as they come into view, and their text can be chosen, searched and read aloud. */
export function PdfView({ file }: PdfViewProps) {
  const { t } = useTranslation('learning');
  const { ref: measured, width } = useElementSize();
  const view = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const numbers = useMemo(() => Array.from({ length: opened?.pages ?? 0 }, (_, at) => at + 1), [opened]);

  if (hasFailed) {
    return (
      <DownloadCard file={file}>
        <Text size="sm" mt={4} role="alert">
          {t('pdf.failed')}
        </Text>
      </DownloadCard>
    );
  }

  /** What one reads stays in view. */
  const zoomTo = (next: number): void => {
    const share = view.current === null ? 0 : view.current.scrollTop / view.current.scrollHeight;
    setZoom(next);
    requestAnimationFrame(() => view.current?.scrollTo({ top: share * view.current.scrollHeight }));
  };
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoomTo(stepped(zoom, 1)),
    '=': () => zoomTo(stepped(zoom, 1)),
    '-': () => zoomTo(stepped(zoom, -1)),
    '0': () => zoomTo(1),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <section className={classes.frame} aria-label={t('pdf.label', { name: file.name })} onKeyDown={onKeyDown}>
      <Group gap={4} className={classes.bar} wrap="nowrap">
        <Text size="sm" fw={600} className={classes.name} title={file.name}>
          {file.name}
        </Text>
        <Text size="sm" c="dimmed" className={classes.pages} aria-live="polite">
          {opened !== null && t('pdf.page', { page, pages: opened.pages })}
        </Text>
        <ActionIcon size={38} aria-label={t('pdf.smaller')} disabled={zoom === zooms[0]} onClick={() => zoomTo(stepped(zoom, -1))}>
          <IconMinus size={18} aria-hidden />
        </ActionIcon>
        <button type="button" className={classes.zoom} aria-label={t('pdf.fit', { percent: zoom * 100 })} onClick={() => zoomTo(1)}>
          {t('pdf.zoom', { percent: zoom * 100 })}
        </button>
        <ActionIcon size={38} aria-label={t('pdf.larger')} disabled={zoom === zooms.at(-1)} onClick={() => zoomTo(stepped(zoom, 1))}>
          <IconPlus size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          size={38}
          component="a"
          href={file.url}
          target="_blank"
          rel="noreferrer"
          aria-label={t('file.openNamed', { name: file.name })}
          className={classes.open}
        >
          <IconExternalLink size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon size={38} component="a" href={file.url} download={file.name} aria-label={t('file.downloadNamed', { name: file.name })}>
          <IconDownload size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Box
        ref={view}
        className={classes.view}
        // By the width, of all pages together.
        style={opened === null ? {} : { '--pages-height': opened.ratio * opened.pages }}
        // Scrolled by keyboard, too.
        tabIndex={0}
        role="region"
        aria-label={t('pdf.pages', { name: file.name })}
        onScroll={({ currentTarget }) => setPage(pageInView(currentTarget))}
      >
        <div ref={measured} className={classes.width}>
          <Document
            file={file.url}
            suspense={false}
            options={options}
            externalLinkTarget="_blank"
            externalLinkRel="noreferrer"
            loading={<Loader className={classes.loading} aria-label={t('pdf.loading')} />}
            onLoadSuccess={async (pdf) => setOpened(await openedOf(pdf))}
            onLoadError={() => setFailed(true)}
            onSourceError={() => setFailed(true)}
            onPassword={() => setFailed(true)}
          >
            {opened !== null &&
              width > 0 &&
              numbers.map((number) => <PdfPage key={number} number={number} width={width * zoom} ratio={opened.ratio} root={view} />)}
          </Document>
        </div>
      </Box>
    </section>
  );
}
