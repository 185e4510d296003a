import type { FileUse } from '@cursus/rules/files';
import { registerEnumType } from 'type-graphql';

/** The enum of the API: what a file is uploaded for. */
export const fileUses = {
  AVATAR: 'avatar',
  IMAGE: 'image',
  FILE: 'file',
  VIDEO: 'video',
  CAPTIONS: 'captions',
} as const satisfies Record<string, FileUse>;

registerEnumType(fileUses, {
  name: 'FileUse',
  description: 'What a file is uploaded for: it decides which types and sizes are taken.',
  valuesConfig: {
    AVATAR: { description: 'The picture of a person.' },
    IMAGE: { description: 'A picture in a course, or on its cover.' },
    FILE: { description: 'A file to download.' },
    VIDEO: { description: 'A film that browsers play.' },
    CAPTIONS: { description: 'WebVTT captions of a film.' },
  },
});
