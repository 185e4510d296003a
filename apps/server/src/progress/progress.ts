import { Field, Int, ObjectType } from 'type-graphql';

/** How much of a course or module a student has done. */
@ObjectType({ description: 'How much a student has done of what is visible to students.' })
export class Progress {
  @Field(() => Int, { simple: true, description: 'Contents done.' })
  completed!: number;

  @Field(() => Int, { simple: true, description: 'Contents that students see.' })
  total!: number;

  @Field(() => Int, {
    simple: true,
    description: '0 to 100: done ÷ visible, rounded down; 100 only when all is done, 0 when nothing is visible.',
  })
  percent!: number;
}

export function progressFrom({ completed, total }: { completed: number; total: number }): Progress {
  return { completed, total, percent: total === 0 ? 0 : Math.floor((completed * 100) / total) };
}
