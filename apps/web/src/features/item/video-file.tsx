import { Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../lib/language-name.ts';
import { formatPlace } from '../../lib/played-time.ts';
import classes from './item.module.css';
import { useFilm } from './use-film.ts';

interface VideoFileProps {
  title: string;
  file: { url: string; mediaType: string };
  poster: { url: string } | null;
  captions: readonly { language: string; file: { url: string } }[];
}

/** A film of the school in the browser's own player: seeking, speed, captions and keyboard are the browser's. */
export function VideoFile({ title, file, poster, captions }: VideoFileProps) {
  const { t, i18n } = useTranslation('learning');
  const { film, handlers, resumedAt, startOver, ticksItself } = useFilm();
  const shown = captions.find(({ language }) => language === i18n.language) ?? captions[0];
  return (
    <div>
      <video ref={film} {...handlers} controls preload="metadata" poster={poster?.url} className={classes.video} aria-label={title}>
        <source src={file.url} type={file.mediaType} />
        {captions.map(({ language, file: { url } }) => (
          <track
            key={language}
            kind="captions"
            src={url}
            srcLang={language}
            label={languageName(language, language)}
            default={language === shown?.language}
          />
        ))}
        <Anchor href={file.url}>{t('file.download')}</Anchor>
      </video>
      {ticksItself && (
        <Text size="sm" c="dimmed" mt="xs" data-screen-only>
          {t('doneBy.playing')}
        </Text>
      )}
      {resumedAt !== null && (
        <Group gap="xs" mt="xs">
          <Text size="sm" c="dimmed" role="status">
            {t('video.resumed', { place: formatPlace(resumedAt) })}
          </Text>
          <Button variant="subtle" size="compact-sm" onClick={startOver}>
            {t('video.startOver')}
          </Button>
        </Group>
      )}
    </div>
  );
}
