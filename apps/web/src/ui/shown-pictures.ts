import { createContext, use } from 'react';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { PictureFile } from './picture.tsx';

type PictureRef = FragmentType<typeof PictureFile>;

/** What is known of the pictures that a text shows, by their addresses. */
export const ShownPictures = createContext<readonly PictureRef[]>([]);

/** The stored picture of this address, where the text's query has asked for it. */
export const useShownPicture = (address: string): PictureRef | undefined =>
  use(ShownPictures).find((ref) => readFragment(PictureFile, ref).url === address);
