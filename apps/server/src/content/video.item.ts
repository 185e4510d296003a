import { videoRule } from '@cursus/rules/content';
import { type VideoHost, videoPageUrl, videoPlayerUrl } from '@cursus/rules/video-address';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { canEditCourse } from '../course/course.policy.ts';
import { StoredFile } from '../file/stored-file.entity.ts';
import { fileById } from '../file/stored-file.queries.ts';
import { isAny } from '../kernel/any-of.ts';
import { Access, viewerId } from '../kernel/authorize.ts';
import { checked, given } from '../kernel/input-rules.ts';
import { rowById } from '../kernel/loaders.ts';
import { payloadType } from '../kernel/mutation.ts';
import { theModule } from '../module/module.queries.ts';
import { theContent } from './content.queries.ts';
import { Item } from './item.entity.ts';
import { createdItemFields, updatedItemFields } from './item.input.ts';
import type { ItemKind } from './item-kind.ts';
import { createItem, updateItem } from './item-mutations.ts';
import type { ItemRow } from './item.queries.ts';
import { VideoCaptions } from './video-captions.entity.ts';
import { captionsOfVideo, presentCaptions, writeCaptions } from './video-captions.queries.ts';
import { applySource } from './video-source.ts';
import { CreateVideoInput, UpdateVideoInput } from './video.input.ts';

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
  posterId: string | null = null;

  @Property({ type: 'text', nullable: true })
  host: VideoHost | null = null;

  @Property({ type: 'text', nullable: true })
  videoId: string | null = null;

  @Field(() => String, { description: 'Plain text, at most 5,000 characters; may be empty.' })
  @Property({ type: 'text' })
  description: string = '';
}

const CreateVideoPayload = payloadType('CreateVideoPayload', createdItemFields);
const UpdateVideoPayload = payloadType('UpdateVideoPayload', updatedItemFields);

const videoById = rowById((ctx: Context, ids) =>
  ctx.db
    .selectFrom('video')
    .select(['id', 'file_id as fileId', 'poster_id as posterId', 'host', 'video_id as videoId', 'description'])
    .where(isAny('id', ids))
    .execute(),
);

@Resolver(() => Video)
class VideoResolver {
  @FieldResolver(() => StoredFile, { nullable: true, description: 'The uploaded film; null when it is embedded.' })
  async upload(@Root() { id }: ItemRow, @Ctx() ctx: Context) {
    const fileId = (await videoById(ctx, id))?.fileId;
    return fileId ? fileById(ctx, fileId) : null;
  }

  @FieldResolver(() => StoredFile, { nullable: true, description: 'The picture that stands for the uploaded film until it plays.' })
  async poster(@Root() { id }: ItemRow, @Ctx() ctx: Context) {
    const posterId = (await videoById(ctx, id))?.posterId;
    return posterId ? fileById(ctx, posterId) : null;
  }

  @FieldResolver(() => [VideoCaptions], { description: 'Captions of the uploaded film, by language; 20 at most.' })
  async captions(@Root() { id }: ItemRow, @Ctx() ctx: Context) {
    const rows = await captionsOfVideo(ctx, id);
    return rows.map((row) => ({ language: row.language, file: row }));
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
      const { fileIds, captions } = await applySource(em, viewerId(ctx), item, { source: input, present: [] });
      return { item, fileIds, attach: (id) => writeCaptions(em, id, captions) };
    });
  }

  @Mutation(() => UpdateVideoPayload, { nullable: true, description: 'Changes a film of a module.' })
  @Access({ scope: 'course:write', on: theContent('input.contentId'), rule: canEditCourse })
  updateVideo(@Arg('input', () => UpdateVideoInput, { description: 'What changes.' }) input: UpdateVideoInput, @Ctx() ctx: Context) {
    return updateItem(ctx, Video, input, async (video, em) => {
      Object.assign(video, checked(videoRule.partial(), given(input)));
      const present = await presentCaptions(em, video.id);
      const { fileIds, captions } = await applySource(em, viewerId(ctx), video, { source: input, present });
      await writeCaptions(em, video.id, captions);
      return fileIds;
    });
  }
}

const videoParts = [{ table: 'video_captions', keyColumn: 'video_id' }];

export const videoKind = { kind: 'video' as const, entity: Video, parts: videoParts, resolver: VideoResolver } satisfies ItemKind;
