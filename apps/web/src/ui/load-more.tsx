import { Button, Center, Loader, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showFailure } from './toast.tsx';

/** As many pages come by themselves while one scrolls; then the end of the page, which has its own links, is within reach. */
const pagesByThemselves = 4;
/** Pixels before the end from which on the next page is fetched. */
const ahead = 700;

interface LoadMoreProps {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** `(after) => fetchMore({ variables: { after } })`: the cache puts the next page behind those it has. */
  onLoad: (after: string) => Promise<unknown>;
  /** How much of the list is there, and how much there is: told when a page came. */
  shown?: { count: number; total: number };
}

/** The end of every list that has more: the next page, on demand and, for who scrolls, by itself. The focus stays, whatever comes. */
export function LoadMore({ pageInfo: { hasNextPage, endCursor }, onLoad, shown }: LoadMoreProps) {
  const { t } = useTranslation('shell');
  const [isLoading, setLoading] = useState(false);
  const [loaded, setLoaded] = useState(0);
  const button = useRef<HTMLButtonElement>(null);
  const end = useRef<HTMLParagraphElement>(null);
  const hadFocus = useRef(false);
  const canLoad = hasNextPage && endCursor !== null;

  const load = async (): Promise<void> => {
    if (isLoading || endCursor === null) return;
    hadFocus.current = document.activeElement === button.current;
    setLoading(true);
    await onLoad(endCursor).then(
      () => setLoaded((pages) => pages + 1),
      (error: unknown) => {
        // One cut connection must not ask again and again by itself.
        setLoaded(pagesByThemselves);
        showFailure(error, { onRetry: () => void load() });
      },
    );
    setLoading(false);
  };

  // The last page takes the button away: who was on it stands where it was.
  useEffect(() => {
    if (!canLoad && hadFocus.current) end.current?.focus({ preventScroll: true });
  }, [canLoad]);

  const loadByItself = useEffectEvent(() => void load());
  const isWatching = canLoad && loaded < pagesByThemselves && !isLoading;
  useEffect(() => {
    if (!isWatching || button.current === null) return undefined;
    const watcher = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && loadByItself(), {
      rootMargin: `0px 0px ${ahead}px 0px`,
    });
    watcher.observe(button.current);
    return () => watcher.disconnect();
  }, [isWatching]);

  return (
    <>
      <VisuallyHidden role="status">{loaded > 0 && !isLoading && shown !== undefined && t('listed', shown)}</VisuallyHidden>
      {canLoad && (
        <Center mt="xl">
          {/* Not disabled meanwhile: that would take the focus away. */}
          <Button
            ref={button}
            variant="default"
            size="md"
            aria-disabled={isLoading}
            leftSection={isLoading ? <Loader size={16} color="currentColor" aria-hidden /> : undefined}
            onClick={() => void load()}
          >
            {t(isLoading ? 'loading' : 'loadMore')}
          </Button>
        </Center>
      )}
      {!canLoad && loaded > 0 && (
        <Text ref={end} tabIndex={-1} ta="center" c="dimmed" size="sm" mt="xl">
          {t('listEnd')}
        </Text>
      )}
    </>
  );
}
