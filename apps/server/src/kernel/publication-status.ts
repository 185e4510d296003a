import { registerEnumType } from 'type-graphql';

export enum PublicationStatus {
  DRAFT = 'draft',
  PUBLISHED = 'published',
}

registerEnumType(PublicationStatus, {
  name: 'PublicationStatus',
  description: 'Whether a part of a course is shown to its students.',
  valuesConfig: {
    DRAFT: { description: 'Seen by those who may edit the course.' },
    PUBLISHED: { description: 'Seen by whoever may read the course.' },
  },
});
