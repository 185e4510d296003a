import { ArgsType, Field } from 'type-graphql';
import { connectionType } from '../kernel/connection.ts';
import { PageArgs } from '../kernel/paging.ts';
import { Course } from './course.entity.ts';
import { CourseOrder } from './course.input.ts';

export const CourseConnection = connectionType('Course', () => Course);

@ArgsType()
export class CourseOrderArgs extends PageArgs {
  @Field(() => [CourseOrder], { nullable: true, description: 'The order; absent: newest first.' })
  orderBy?: CourseOrder[] | null;
}
