import {
  type Icon,
  IconBook2,
  IconDevices,
  IconFiles,
  IconHistory,
  IconKey,
  IconMailFast,
  IconTags,
  IconUserCheck,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { AdminRights_UserFragment } from '../../gql/graphql.ts';
import type { AdminKind } from '../../ui/admin/admin-kind.ts';
import { NothingHere } from '../../ui/nothing-here.tsx';

/** What the administration shows to whom: as the server answers. */
export const AdminRights = graphql(`
  fragment AdminRights_user on User {
    id
    viewerCanAdminister
    viewerCanManageSubjects
    viewerCanReadAnyCourse
    viewerCanManageEnrolments
    viewerCanManageFiles
    viewerCanManageUsers
    viewerCanReadAuditLog
    viewerCanReadSystem
    viewerCanManageGroups
  }
`);

interface ListedKind {
  icon: Icon;
  /** Who sees it. */
  isFor: (viewer: AdminRights_UserFragment) => boolean;
  List: ComponentType;
  Form: ComponentType<{ id: string | null }>;
}

/** A kind's code is fetched when somebody goes there. */
function kind(icon: Icon, isFor: ListedKind['isFor'], load: () => Promise<AdminKind>): ListedKind {
  return {
    icon,
    isFor,
    List: lazy(async () => ({ default: (await load()).List })),
    Form: lazy(async () => ({ default: (await load()).Form ?? NothingHere })),
  };
}

/** The kinds of records in the administration, in the order of its navigation, by their names in addresses. */
export const adminKinds = {
  subjects: kind(
    IconTags,
    ({ viewerCanManageSubjects }) => viewerCanManageSubjects,
    async () => (await import('../../features/subject/subject.admin.tsx')).subjectAdmin,
  ),
  courses: kind(
    IconBook2,
    ({ viewerCanReadAnyCourse }) => viewerCanReadAnyCourse,
    async () => (await import('../../features/course/course.admin.tsx')).courseAdmin,
  ),
  enrolments: kind(
    IconUserCheck,
    ({ viewerCanManageEnrolments }) => viewerCanManageEnrolments,
    async () => (await import('../../features/enrolment/enrolment.admin.tsx')).enrolmentAdmin,
  ),
  files: kind(
    IconFiles,
    ({ viewerCanManageFiles }) => viewerCanManageFiles,
    async () => (await import('../../features/file/file.admin.tsx')).fileAdmin,
  ),
  users: kind(
    IconUsers,
    ({ viewerCanManageUsers }) => viewerCanManageUsers,
    async () => (await import('../../features/user/user.admin.tsx')).userAdmin,
  ),
  groups: kind(
    IconUsersGroup,
    ({ viewerCanManageGroups }) => viewerCanManageGroups,
    async () => (await import('../../features/group/group.admin.tsx')).groupAdmin,
  ),
  invitations: kind(
    IconMailFast,
    ({ viewerCanManageUsers }) => viewerCanManageUsers,
    async () => (await import('../../features/invitation/invitation.admin.tsx')).invitationAdmin,
  ),
  sessions: kind(
    IconDevices,
    ({ viewerCanManageUsers }) => viewerCanManageUsers,
    async () => (await import('../../features/session/session.admin.tsx')).sessionAdmin,
  ),
  tokens: kind(
    IconKey,
    ({ viewerCanManageUsers }) => viewerCanManageUsers,
    async () => (await import('../../features/token/token.admin.tsx')).tokenAdmin,
  ),
  auditEntries: kind(
    IconHistory,
    ({ viewerCanReadAuditLog }) => viewerCanReadAuditLog,
    async () => (await import('../../features/audit/audit.admin.tsx')).auditAdmin,
  ),
} as const satisfies Record<string, ListedKind>;

export type AdminKindName = keyof typeof adminKinds;
export const adminKindNames = Object.keys(adminKinds) as AdminKindName[];
