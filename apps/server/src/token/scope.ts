import { registerEnumType } from 'type-graphql';

/** What a personal token may be used for: the scopes that operations and fields declare by `@Access`. */
export enum Scope {
  CATALOG_READ = 'catalog:read',
  COURSE_READ = 'course:read',
  COURSE_WRITE = 'course:write',
  SUBJECT_WRITE = 'subject:write',
  USER_READ = 'user:read',
  USER_WRITE = 'user:write',
  ENROLMENT_READ = 'enrolment:read',
  ENROLMENT_WRITE = 'enrolment:write',
  PROGRESS_READ = 'progress:read',
  PROGRESS_WRITE = 'progress:write',
  FILE_READ = 'file:read',
  FILE_WRITE = 'file:write',
  PROFILE_READ = 'profile:read',
  PROFILE_WRITE = 'profile:write',
  GROUP_READ = 'group:read',
  GROUP_WRITE = 'group:write',
  AUDIT_READ = 'audit:read',
  SYSTEM_READ = 'system:read',
  SYSTEM_WRITE = 'system:write',
  DATA_READ = 'data:read',
}

registerEnumType(Scope, {
  name: 'Scope',
  description:
    'What a personal access token may be used for, within what its owner may do at that moment. To write does not include to read. ' +
    'Passwords, sessions and tokens are for signed-in sessions alone.',
  valuesConfig: {
    CATALOG_READ: { description: 'Read subjects, courses and their outlines: the catalogue, and what its owner sees beyond it.' },
    COURSE_READ: { description: 'Read the contents of courses, and how often one was viewed.' },
    COURSE_WRITE: { description: 'Create, change, order and delete courses, modules and contents.' },
    SUBJECT_WRITE: { description: 'Create, change and delete subjects.' },
    ENROLMENT_READ: { description: 'Read who is enrolled where.' },
    ENROLMENT_WRITE: { description: 'Enrol in courses and leave them.' },
    PROGRESS_READ: { description: 'Read what is done and what is left.' },
    PROGRESS_WRITE: { description: 'Tick contents off, and remember where one left off.' },
    FILE_READ: { description: 'Download files.' },
    FILE_WRITE: { description: 'Upload files.' },
    PROFILE_READ: { description: "Read one's own account: username, e-mail address, permissions, phone number, language, time zone." },
    PROFILE_WRITE: { description: "Change one's own profile: names, picture, phone number, words about oneself, language, time zone." },
    USER_READ: { description: 'Read accounts and invitations, as far as its owner manages them.' },
    USER_WRITE: { description: 'Make, change, suspend and reinstate accounts, and invite people.' },
    GROUP_READ: { description: 'Read groups, what they allow, and who is in them.' },
    GROUP_WRITE: { description: 'Create, change and delete groups, and put people in them and out.' },
    AUDIT_READ: { description: 'Read the audit log, where its owner may.' },
    SYSTEM_READ: { description: 'Read how the installation is, of an owner who may: caches, database, jobs, connections, storage.' },
    SYSTEM_WRITE: { description: 'Try failed jobs again.' },
    DATA_READ: { description: "Ask for the archive of all that is one's own, and download it." },
  },
});
