import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { type AskedOrder, orderType } from '../kernel/list-order.ts';
import { PageArgs } from '../kernel/paging.ts';

export enum EnrolmentOrderField {
  ENROLLED_AT = 'enrolledAt',
  LAST_ACTIVE_AT = 'lastActiveAt',
  NAME = 'name',
  PROGRESS = 'percent',
}
registerEnumType(EnrolmentOrderField, {
  name: 'EnrolmentOrderField',
  description: 'By what the students of a course are ordered.',
  valuesConfig: {
    ENROLLED_AT: { description: 'By the moment in which they enrolled.' },
    LAST_ACTIVE_AT: { description: 'By `lastActiveAt`: ascending, those who have been away the longest come first.' },
    NAME: { description: 'By the name that is displayed, as a reader expects it: accents and case apart.' },
    PROGRESS: { description: 'By the percentage of the course that they have done.' },
  },
});

const EnrolmentOrder = orderType<EnrolmentOrderField>('Enrolment', EnrolmentOrderField);

@ArgsType()
export class StudentListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or username of a student, at most 200 characters: accents, case and punctuation apart.',
  })
  search?: string | null;

  @Field(() => [EnrolmentOrder], { nullable: true, description: 'The order: who enrolled last comes first unless it is given.' })
  orderBy?: AskedOrder<EnrolmentOrderField>[] | null;
}

@InputType({ description: 'Which enrolments: those that meet all that is given.' })
export class EnrolmentFilter {
  @Field(() => ID, { nullable: true, description: 'In this course.' })
  courseId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this student.' })
  studentId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'In which all is done, or in which something is left.' })
  isFinished?: boolean | null;
}

@ArgsType()
export class EnrolmentListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of the name, username or (for who manages accounts) e-mail address of the student, or of the title of the course, at most 200 characters: accents, case and punctuation apart.',
  })
  search?: string | null;

  @Field(() => EnrolmentFilter, { nullable: true, description: 'Which of them.' })
  filter?: EnrolmentFilter | null;

  @Field(() => [EnrolmentOrder], { nullable: true, description: 'The order: who enrolled last comes first unless it is given.' })
  orderBy?: AskedOrder<EnrolmentOrderField>[] | null;
}

@ArgsType()
export class EnrollablePeopleArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of a name, username or (for who manages accounts) e-mail address, at most 200 characters: accents, case and punctuation apart.',
  })
  search?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Those of these people (User) alone.' })
  ids?: string[] | null;
}
