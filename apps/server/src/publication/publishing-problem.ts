import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Content } from '../content/content.entity.ts';
import { Module } from '../module/module.entity.ts';

export enum PublishingProblemCode {
  NOTHING_TO_READ = 'NOTHING_TO_READ',
  OVERVIEW_EMPTY = 'OVERVIEW_EMPTY',
  PICTURE_MISSING = 'PICTURE_MISSING',
  MODULE_EMPTY = 'MODULE_EMPTY',
  TEXT_EMPTY = 'TEXT_EMPTY',
  IMAGE_WITHOUT_ALTERNATIVE = 'IMAGE_WITHOUT_ALTERNATIVE',
  VIDEO_WITHOUT_CAPTIONS = 'VIDEO_WITHOUT_CAPTIONS',
  LINK_BROKEN = 'LINK_BROKEN',
  LOCK_WITHOUT_EFFECT = 'LOCK_WITHOUT_EFFECT',
}
registerEnumType(PublishingProblemCode, {
  name: 'PublishingProblemCode',
  description: 'What students would miss or stumble over.',
  valuesConfig: {
    NOTHING_TO_READ: { description: 'No published module has a published content: the course cannot be published.' },
    OVERVIEW_EMPTY: { description: 'The course does not say what it is about.' },
    PICTURE_MISSING: { description: 'The course has no picture.' },
    MODULE_EMPTY: { description: 'A published module has no published content.' },
    TEXT_EMPTY: { description: 'A text has no words.' },
    IMAGE_WITHOUT_ALTERNATIVE: { description: 'A picture inside a text has no words that stand for it; `detail` is its address.' },
    VIDEO_WITHOUT_CAPTIONS: { description: 'An uploaded film has no captions.' },
    LINK_BROKEN: {
      description:
        'A link or picture inside a text leads to what is not there, is in the trash, or is hidden from students; `detail` is its address.',
    },
    LOCK_WITHOUT_EFFECT: { description: 'Something waits for a module that students do not see, or that is empty: it is open at once.' },
  },
});

@ObjectType({ description: 'Something to mend before students read a course, and the place where it is.' })
export class PublishingProblem {
  @Field(() => PublishingProblemCode, { simple: true, description: 'What is wrong; translate by this.' })
  code!: PublishingProblemCode;

  @Field(() => Boolean, { simple: true, description: 'Whether the course cannot be published before it is mended; the others are advice.' })
  isBlocking!: boolean;

  @Field(() => Module, { nullable: true, description: 'The module that it is in; null when it is one of the course itself.' })
  module!: object | null;

  @Field(() => Content, { nullable: true, description: 'The content that it is in; null when it is none of a content.' })
  content!: object | null;

  @Field(() => String, { simple: true, nullable: true, description: 'The address of what is meant inside a text, as it is written there.' })
  detail!: string | null;
}

@ObjectType({ description: 'What is to be mended before a course is published, as its students would see it now: drafts are left out.' })
export class PublishingChecklist {
  @Field(() => [PublishingProblem], {
    simple: true,
    description: 'At most 200: first what blocks, then the course itself, then its modules and contents in their order.',
  })
  problems!: object[];

  @Field(() => Boolean, { simple: true, description: 'Whether the course may be published: nothing blocks.' })
  canPublish!: boolean;

  @Field(() => Boolean, {
    simple: true,
    description: 'Whether all was looked at. False past 200 problems, or 2,000,000 characters of texts with links or pictures.',
  })
  isComplete!: boolean;
}
