import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';

export const PictureFile = graphql(`
  fragment Picture_file on StoredFile {
    id
    url
    srcSet
    width
    height
  }
`);

interface PictureProps {
  file: FragmentType<typeof PictureFile>;
  alt: string;
  /** How wide it is shown, as CSS has it: from that and the screen the browser chooses what it fetches. */
  sizes: string;
  /** The first thing that one sees on its page; others are fetched when they come near. */
  isFirst?: boolean;
  className?: string | undefined;
}

/** The one way to show a stored picture: no more pixels than the screen has, and its place kept before it arrives. */
export function Picture({ file: ref, alt, sizes, isFirst = false, className }: PictureProps) {
  const { url, srcSet, width, height } = readFragment(PictureFile, ref);
  return (
    <img
      src={url}
      srcSet={srcSet ?? undefined}
      // Browsers that measure by themselves what is fetched late know better.
      sizes={isFirst ? sizes : `auto, ${sizes}`}
      alt={alt}
      width={width ?? undefined}
      height={height ?? undefined}
      loading={isFirst ? 'eager' : 'lazy'}
      fetchPriority={isFirst ? 'high' : 'auto'}
      decoding="async"
      className={className}
    />
  );
}
