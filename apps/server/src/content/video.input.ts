import { Field, ID, InputType } from 'type-graphql';
import { CreateItemInput, UpdateItemInput } from './item.input.ts';

@InputType({ description: 'Captions of an uploaded film in one language.' })
export class VideoCaptionsInput {
  @Field(() => String, { description: 'ISO 639-1: two lower-case letters; each language once.' })
  language!: string;

  @Field(() => ID, { description: "A WebVTT file of one's own, uploaded for the use CAPTIONS." })
  fileId!: string;
}

@InputType({ description: 'A new film: exactly one of `url` and `fileId` is given.' })
export class CreateVideoInput extends CreateItemInput {
  @Field(() => String, { nullable: true, description: 'A YouTube or Vimeo address.' })
  url?: string | null;

  @Field(() => ID, { nullable: true, description: "A file of one's own, uploaded for the use VIDEO." })
  fileId?: string | null;

  @Field(() => ID, { nullable: true, description: "The picture before it plays: a file of one's own, uploaded for the use IMAGE." })
  posterId?: string | null;

  @Field(() => [VideoCaptionsInput], { nullable: true, description: 'Captions of the file, 20 languages at most.' })
  captions?: VideoCaptionsInput[] | null;

  @Field(() => String, { nullable: true, description: 'At most 5,000 characters.' })
  description?: string | null;
}

@InputType({
  description: 'What changes in a film; absent fields stay. A `url` replaces a file, with its poster and captions, and the reverse.',
})
export class UpdateVideoInput extends UpdateItemInput {
  @Field(() => String, { nullable: true, description: 'A YouTube or Vimeo address.' })
  url?: string | null;

  @Field(() => ID, { nullable: true, description: "A file of one's own, uploaded for the use VIDEO." })
  fileId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The picture before it plays: a file of one's own, uploaded for the use IMAGE; null takes it away.",
  })
  posterId?: string | null;

  @Field(() => [VideoCaptionsInput], {
    nullable: true,
    description: 'All captions of the file from now on, 20 languages at most; null or an empty list takes them away.',
  })
  captions?: VideoCaptionsInput[] | null;

  @Field(() => String, { nullable: true, description: 'At most 5,000 characters.' })
  description?: string | null;
}
