import { Avatar } from '@mantine/core';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import classes from './person-avatar.module.css';

export const PersonAvatarProfile = graphql(`
  fragment PersonAvatar_profile on Profile {
    displayName
    avatar {
      id
      url
      srcSet
    }
  }
`);

interface PersonAvatarProps {
  profile: FragmentType<typeof PersonAvatarProfile>;
  /** Pixels. */
  size?: number;
}

/** First letters of the first and the last word; emoji and accents whole. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{Letter}\p{Number}]/u.test(word));
  const first = (word: string | undefined): string => /[\p{Letter}\p{Number}]\p{Mark}*/u.exec(word ?? '')?.[0] ?? '';
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map(first).join('').toLocaleUpperCase();
}

/** The one way to show a person: their picture, or else their initials. It says nothing that the name beside it doesn't. */
export function PersonAvatar({ profile, size = 38 }: PersonAvatarProps) {
  const { displayName, avatar } = readFragment(PersonAvatarProfile, profile);
  return (
    <Avatar
      src={avatar?.url ?? null}
      imageProps={{ srcSet: avatar?.srcSet ?? undefined, sizes: `${size}px`, decoding: 'async' }}
      alt=""
      size={size}
      color="pine"
      classNames={{ root: classes.avatar ?? '', placeholder: classes.initials ?? '' }}
      aria-hidden
    >
      {initialsOf(displayName)}
    </Avatar>
  );
}
