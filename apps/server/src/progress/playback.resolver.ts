import { Arg, Ctx, Field, FieldResolver, Float, ID, InputType, Mutation, Resolver, Root } from 'type-graphql';
import { Content } from '../content/content.entity.ts';
import { contentById, type ContentRow, theContent } from '../content/content.queries.ts';
import type { Context } from '../context.ts';
import { isStudentOf } from '../enrolment/enrolment.policy.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { badUserInput } from '../kernel/errors.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { payloadType } from '../kernel/mutation.ts';
import { viewerPlayback } from './progress.queries.ts';
import { recordPlayback, waitingPlayback } from './record-playback.ts';

/** A film of a day is none that anybody uploaded. */
const mostSeconds = 86_400;

@InputType({ description: 'Where the viewer is in a film.' })
class RecordPlaybackInput {
  @Field(() => ID, { description: 'The content in which the film stands.' })
  contentId!: string;

  @Field(() => Float, {
    description: `Seconds from the beginning: 0 to ${mostSeconds}; else BAD_USER_INPUT. 0 when it was seen to its end.`,
  })
  seconds!: number;
}

const RecordPlaybackPayload = payloadType('RecordPlaybackPayload', {
  content: { type: () => Content, description: 'The content, with the place as it was told.' },
});

@Resolver(() => Content)
export class PlaybackResolver {
  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Where the viewer left its film, in seconds from the beginning, to go on from there. Null when they never played it.',
  })
  @Access({ scope: 'progress:read', rule: anyone })
  async viewerPlaybackSeconds(@Root() { id }: ContentRow, @Ctx() ctx: Context) {
    return waitingPlayback(ctx, id) ?? viewerPlayback(ctx, id);
  }

  @Mutation(() => RecordPlaybackPayload, {
    nullable: true,
    description: 'Remembers where the viewer, a student of the course, is in a film. Meant to be said every few seconds while it plays.',
  })
  @Access({ scope: 'progress:write', on: theContent('input.contentId'), rule: isStudentOf })
  async recordPlayback(
    @Arg('input', () => RecordPlaybackInput, { description: 'The film and the place.' }) { contentId, seconds }: RecordPlaybackInput,
    @Ctx() ctx: Context,
  ) {
    if (seconds < 0 || seconds > mostSeconds) throw badUserInput(`\`seconds\` is 0 to ${mostSeconds}.`);
    const id = uuidOf('Content', contentId);
    recordPlayback(ctx, id, seconds);
    // Nothing is written yet, so there is no transaction to end.
    return { content: await contentById(ctx, id), userErrors: [] };
  }
}
