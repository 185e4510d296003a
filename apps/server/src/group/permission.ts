import { registerEnumType } from 'type-graphql';

/** What a person may do, beyond what is their own. Groups hold permissions; a superuser has all. */
export enum Permission {
  COURSE_CREATE = 'course.create',
  COURSE_EDIT_ANY = 'course.edit_any',
  COURSE_READ_ANY = 'course.read_any',
  SUBJECT_MANAGE = 'subject.manage',
  USER_MANAGE = 'user.manage',
  GROUP_MANAGE = 'group.manage',
}

registerEnumType(Permission, {
  name: 'Permission',
  description: 'What a group allows its members.',
  valuesConfig: {
    COURSE_CREATE: { description: 'Create courses, and upload files for them.' },
    COURSE_EDIT_ANY: { description: 'Edit, publish, archive and delete the courses of anybody.' },
    COURSE_READ_ANY: { description: 'See every course, drafts included, and read its contents.' },
    SUBJECT_MANAGE: { description: 'Create, edit and delete subjects.' },
    USER_MANAGE: { description: 'See and edit accounts.' },
    GROUP_MANAGE: { description: 'Edit groups and who is in them.' },
  },
});

export const allPermissions: ReadonlySet<string> = new Set(Object.values(Permission));
