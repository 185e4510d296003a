import { videoAddressRule, videoRule } from '@cursus/rules/content';
import { parseVideoAddress, type VideoHost, videoPageUrl, videoPlayerUrl } from '@cursus/rules/video-address';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { canEditCourse } from '../course/course.policy.ts';
import { ownFile } from '../file/own-file.ts';
import { StoredFile } from '../file/stored-file.entity.ts';
import { fileById } from '../file/stored-file.queries.ts';
import { isAny } from '../kernel/any-of.ts';
import { Access, viewerId } from '../kernel/authorize.ts';
import { checked, given } from '../kernel/input-rules.ts';
import { rowById } from '../kernel/loaders.ts';
import { payloadType } from '../kernel/mutation.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { theModule } from '../module/module.queries.ts';
import { theContent } from './content.queries.ts';
import { Item } from './item.entity.ts';
import { CreateItemInput, createdItemFields, UpdateItemInput, updatedItemFields } from './item.input.ts';
import type { ItemKind } from './item-kind.ts';
import { createItem, updateItem } from './item-mutations.ts';
import type { ItemRow } from './item.queries.ts';

const videoHosts = { YOUTUBE: 'youtube', VIMEO: 'vimeo' } as const satisfies Record<string, VideoHost>;
registerEnumType(videoHosts, {
  name: 'VideoHost',
  description: 'Where an embedded video is kept.',
  valuesConfig: { YOUTUBE: { description: 'youtube.com' }, VIMEO: { description: 'vimeo.com' } },
});

@ObjectType({ description: 'A video that another site plays.' })
class VideoEmbed {
  @Field(() => videoHosts, { simple: true, description: 'The site.' })
  host!: VideoHost;

  @Field(() => String, { simple: true, description: 'The name of the video on that site.' })
  videoId!: string;

  @Field(() => String, { simple: true, description: 'The page on which it is watched.' })
  url!: string;

  @Field(() => String, { simple: true, description: 'The player for an `iframe`: it sets no cookie before it is played.' })
  playerUrl!: string;
}

/** Guarantees, with the database, that it is either an uploaded file or an embedded address. */
@ObjectType({ implements: Item, description: 'A film: either an uploaded file or one that another site plays, never both.' })
@Entity()
class Video extends Item {
  override kind = 'video';

  @ManyToOne(() => StoredFile, { mapToPk: true, nullable: true })
  fileId: string | null = null;

  @ManyToOne(() => StoredFile, { mapToPk: true, nullable: true })
  captionsId: string | null = null;

  @Property({ type: 'text', nullable: true })
  host: VideoHost | null = null;

  @Property({ type: 'text', nullable: true })
  videoId: string | null = null;

  @Field(() => String, { description: 'Plain text, at most 5,000 characters; may be empty.' })
  @Property({ type: 'text' })
  description: string = '';

  embedFrom(address: string): void {
    const { host, videoId } = parseVideoAddress(address) ?? { host: null, videoId: null };
    Object.assign(this, { host, videoId, fileId: null, captionsId: null });
  }

  playFrom(fileId: string): void {
    Object.assign(this, { fileId, host: null, videoId: null });
  }
}

@InputType({ description: 'A new film: exactly one of `url` and `fileId` is given.' })
class CreateVideoInput extends CreateItemInput {
  @Field(() => String, { nullable: true, description: 'A YouTube or Vimeo address.' })
  url?: string | null;

  @Field(() => ID, { nullable: true, description: "A file of one's own, uploaded for the use VIDEO." })
  fileId?: string | null;

  @Field(() => ID, { nullable: true, description: "WebVTT captions of one's own for the file, uploaded for the use CAPTIONS." })
  captionsId?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 5,000 characters.' })
  description?: string | null;
}

@InputType({ description: 'What changes in a film; absent fields stay. A `url` replaces a file and the reverse.' })
class UpdateVideoInput extends UpdateItemInput {
  @Field(() => String, { nullable: true, description: 'A YouTube or Vimeo address.' })
  url?: string | null;

  @Field(() => ID, { nullable: true, description: "A file of one's own, uploaded for the use VIDEO." })
  fileId?: string | null;

  @Field(() => ID, { nullable: true, description: "WebVTT captions of one's own, uploaded for the use CAPTIONS; null takes them away." })
  captionsId?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 5,000 characters.' })
  description?: string | null;
}

const CreateVideoPayload = payloadType('CreateVideoPayload', createdItemFields);
const UpdateVideoPayload = payloadType('UpdateVideoPayload', updatedItemFields);

const videoById = rowById((ctx: Context, ids) =>
  ctx.db
    .selectFrom('video')
    .select(['id', 'file_id as fileId', 'captions_id as captionsId', 'host', 'video_id as videoId', 'description'])
    .where(isAny('id', ids))
    .execute(),
);

type VideoSource = Pick<CreateVideoInput, 'url' | 'fileId' | 'captionsId'>;

/** Gives the film its source, when the input names one, and its captions. The files that it shows from now on. */
async function applySource(ctx: Context, em: EntityManager, video: Video, source: VideoSource): Promise<string[]> {
  if (source.url && source.fileId) throw refuse(UserErrorCode.INVALID, ['url'], 'Give either url or fileId, not both.');
  const isWithout = video.fileId === null && video.host === null && !source.fileId && !source.url;
  if (source.url === '' || isWithout) throw refuse(UserErrorCode.REQUIRED, ['url'], 'Give url or fileId.');
  if (source.url) video.embedFrom(checked(z.object({ url: videoAddressRule }), source).url);
  if (source.fileId)
    video.playFrom(await ownFile(em, viewerId(ctx), { id: source.fileId, use: 'video', path: ['fileId'], present: video.fileId }));
  if (source.captionsId === null) video.captionsId = null;
  if (source.captionsId) {
    if (video.fileId === null) throw refuse(UserErrorCode.INVALID, ['captionsId'], 'Captions belong to an uploaded file.');
    video.captionsId = await ownFile(em, viewerId(ctx), {
      id: source.captionsId,
      use: 'captions',
      path: ['captionsId'],
      present: video.captionsId,
    });
  }
  return [video.fileId, video.captionsId].filter((id) => id !== null);
}

@Resolver(() => Video)
class VideoResolver {
  @FieldResolver(() => StoredFile, { nullable: true, description: 'The uploaded film; null when it is embedded.' })
  async file(@Root() { id }: ItemRow, @Ctx() ctx: Context) {
    const fileId = (await videoById(ctx, id))?.fileId;
    return fileId ? fileById(ctx, fileId) : null;
  }

  @FieldResolver(() => StoredFile, { nullable: true, description: 'WebVTT captions of the uploaded film.' })
  async captions(@Root() { id }: ItemRow, @Ctx() ctx: Context) {
    const captionsId = (await videoById(ctx, id))?.captionsId;
    return captionsId ? fileById(ctx, captionsId) : null;
  }

  @FieldResolver(() => VideoEmbed, { nullable: true, description: 'Where another site plays it; null when it is an uploaded file.' })
  async embed(@Root() { id }: ItemRow, @Ctx() ctx: Context): Promise<VideoEmbed | null> {
    const row = await videoById(ctx, id);
    if (!row?.host || !row.videoId) return null;
    const address = { host: row.host, videoId: row.videoId };
    return { ...address, url: videoPageUrl(address), playerUrl: videoPlayerUrl(address) };
  }

  @FieldResolver(() => String)
  async description(@Root() { id }: ItemRow, @Ctx() ctx: Context) {
    return (await videoById(ctx, id))?.description;
  }

  @Mutation(() => CreateVideoPayload, { nullable: true, description: 'Adds a film to a module.' })
  @Access({ scope: 'course:write', on: theModule('input.moduleId'), rule: canEditCourse })
  createVideo(@Arg('input', () => CreateVideoInput, { description: 'The new film.' }) input: CreateVideoInput, @Ctx() ctx: Context) {
    return createItem(ctx, input, async (em) => {
      const item = Object.assign(new Video(), checked(videoRule, { ...input, description: input.description ?? '' }));
      return { item, fileIds: await applySource(ctx, em, item, input) };
    });
  }

  @Mutation(() => UpdateVideoPayload, { nullable: true, description: 'Changes a film of a module.' })
  @Access({ scope: 'course:write', on: theContent('input.contentId'), rule: canEditCourse })
  updateVideo(@Arg('input', () => UpdateVideoInput, { description: 'What changes.' }) input: UpdateVideoInput, @Ctx() ctx: Context) {
    return updateItem(ctx, Video, input, (video, em) => {
      Object.assign(video, checked(videoRule.partial(), given(input)));
      return applySource(ctx, em, video, input);
    });
  }
}

export const videoKind = { kind: 'video' as const, entity: Video, resolver: VideoResolver } satisfies ItemKind;
