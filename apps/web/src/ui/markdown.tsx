import { Anchor } from '@mantine/core';
import { type ReactNode, Suspense, use } from 'react';
import { useTranslation } from 'react-i18next';
import ReactMarkdown, { type Components } from 'react-markdown';
import { Link } from 'react-router';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { PluggableList } from 'unified';
import type { FragmentType } from '../gql/fragment-masking.ts';
import { levelHeadings } from './level-headings.ts';
import classes from './markdown.module.css';
import { extrasOf } from './markdown-extras.ts';
import { Picture, type PictureFile } from './picture.tsx';
import { isShownHere } from './shown-here.ts';
import { ShownPictures, useShownPicture } from './shown-pictures.ts';

// Whatever an author wrote passes here before KaTeX and the highlighter add markup of their own.
const schema: typeof defaultSchema = {
  ...defaultSchema,
  attributes: { ...defaultSchema.attributes, code: [['className', /^language-./, 'math-inline', 'math-display']] },
};

function MarkdownLink({ href = '', children }: { href?: string | undefined; children?: ReactNode }) {
  if (/^\/(?!\/|files\/)/.test(href)) {
    return (
      <Anchor component={Link} to={href}>
        {children}
      </Anchor>
    );
  }
  const isElsewhere = /^https?:/.test(href);
  return (
    <Anchor href={href} {...(isElsewhere ? { target: '_blank', rel: 'noreferrer' } : {})}>
      {children}
    </Anchor>
  );
}

function ScrollingTable({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('shell');
  return (
    // Scrolled by keyboard too, where it is wider than the page.
    <div className={classes.table} tabIndex={0} role="region" aria-label={t('table')}>
      <table>{children}</table>
    </div>
  );
}

function TaskCheckbox({ checked = false }: { checked?: boolean | undefined }) {
  const { t } = useTranslation('shell');
  return <input type="checkbox" checked={checked} readOnly disabled aria-label={checked ? t('task.done') : t('task.open')} />;
}

/** A picture of another site is a link to it: nobody is told who reads here. */
function WrittenPicture({ src, alt = '' }: { src?: unknown; alt?: string | undefined }) {
  const address = typeof src === 'string' ? src : '';
  const file = useShownPicture(address);
  if (address === '') return alt;
  if (file !== undefined) return <Picture file={file} alt={alt} sizes="(min-width: 75em) 46rem, 100vw" />;
  return isShownHere(address) ? (
    <img src={address} alt={alt} loading="lazy" />
  ) : (
    <MarkdownLink href={address}>{alt === '' ? address : alt}</MarkdownLink>
  );
}

const parts: Components = {
  a: ({ href, children }) => <MarkdownLink href={href}>{children}</MarkdownLink>,
  img: ({ src, alt }) => <WrittenPicture src={src} alt={alt} />,
  input: ({ checked }) => <TaskCheckbox checked={checked} />,
  table: ({ children }) => <ScrollingTable>{children}</ScrollingTable>,
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
};

interface MarkdownProps {
  children: string;
  /** Level of the author's highest headings: one below the heading that the text stands under. */
  firstHeading?: 2 | 3;
  /** Those of this server that it shows: they come in the width that the screen needs, their place kept. */
  pictures?: readonly FragmentType<typeof PictureFile>[];
}

type PartProps = Required<Omit<MarkdownProps, 'pictures'>>;
type RenderedProps = PartProps & { extras?: PluggableList };

function Rendered({ children, firstHeading, extras = [] }: RenderedProps) {
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm, remarkMath]}
      rehypePlugins={[[rehypeSanitize, schema], [levelHeadings, firstHeading], ...extras]}
      remarkRehypeOptions={{ clobberPrefix: '' }}
      components={parts}
    >
      {children}
    </ReactMarkdown>
  );
}

function RenderedWithExtras({ loading, ...props }: PartProps & { loading: readonly Promise<PluggableList>[] }) {
  return <Rendered {...props} extras={loading.flatMap((plugins) => use(plugins))} />;
}

/**
 * The one renderer of what people write: CommonMark, GFM, LaTeX maths, highlighted code, and no HTML of theirs.
 * KaTeX and the highlighter are fetched for texts that need them; until then formulas and code stand there as they were written.
 */
export function Markdown({ children, firstHeading = 2, pictures = [] }: MarkdownProps) {
  const loading = extrasOf(children);
  const plain = <Rendered firstHeading={firstHeading}>{children}</Rendered>;
  return (
    <div className={classes.prose}>
      <ShownPictures value={pictures}>
        {loading.length === 0 ? (
          plain
        ) : (
          <Suspense fallback={plain}>
            <RenderedWithExtras firstHeading={firstHeading} loading={loading}>
              {children}
            </RenderedWithExtras>
          </Suspense>
        )}
      </ShownPictures>
    </div>
  );
}
