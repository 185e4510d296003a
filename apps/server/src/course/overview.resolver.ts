import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { picturesOfOverview } from '../file/shown-pictures.queries.ts';
import { StoredFile } from '../file/stored-file.entity.ts';
import { Course } from './course.entity.ts';
import type { CourseRow } from './course.queries.ts';

@Resolver(() => Course)
export class CourseOverviewResolver {
  @FieldResolver(() => [StoredFile], {
    description: 'The pictures of this server that its overview shows, by id, 200 at most: their sizes, for who lays the text out.',
  })
  overviewPictures(@Root() { id }: CourseRow, @Ctx() ctx: Context) {
    return picturesOfOverview(ctx, id);
  }
}
