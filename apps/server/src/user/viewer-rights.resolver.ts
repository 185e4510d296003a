import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { canReadAuditLog } from '../audit/audit.policy.ts';
import type { Context } from '../context.ts';
import { canReadAnyCourse } from '../course/course.policy.ts';
import { canManageEnrolments } from '../enrolment/enrolment.policy.ts';
import { canManageFiles } from '../file/file.policy.ts';
import { canManageGroups } from '../group/group.policy.ts';
import { canManageSubjects } from '../subject/subject.policy.ts';
import { canReadSystem } from '../system/system.policy.ts';
import { User } from './user.entity.ts';
import { canManageUsers } from './user.policy.ts';

const areas = [
  canManageSubjects,
  canReadAnyCourse,
  canManageEnrolments,
  canManageFiles,
  canManageUsers,
  canManageGroups,
  canReadAuditLog,
  canReadSystem,
];

/** Which areas of administration are open to who asks, so that a client computes no right: it shows what is answered here. */
@Resolver(() => User)
export class ViewerRightsResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the viewer, asked about themselves, may administer anything at all.' })
  viewerCanAdminister(@Ctx() ctx: Context) {
    return areas.some((may) => may(ctx.viewer));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer, asked about themselves, may see every course, drafts included.' })
  viewerCanReadAnyCourse(@Ctx() ctx: Context) {
    return canReadAnyCourse(ctx.viewer);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer, asked about themselves, may see and change the enrolments of anybody.',
  })
  viewerCanManageEnrolments(@Ctx() ctx: Context) {
    return canManageEnrolments(ctx.viewer);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer, asked about themselves, may see and delete any stored file.' })
  viewerCanManageFiles(@Ctx() ctx: Context) {
    return canManageFiles(ctx.viewer);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer, asked about themselves, may see, make and edit accounts.' })
  viewerCanManageUsers(@Ctx() ctx: Context) {
    return canManageUsers(ctx.viewer);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer, asked about themselves, may edit groups and who is in them.' })
  viewerCanManageGroups(@Ctx() ctx: Context) {
    return canManageGroups(ctx.viewer);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer, asked about themselves, may read the audit log.' })
  viewerCanReadAuditLog(@Ctx() ctx: Context) {
    return canReadAuditLog(ctx.viewer);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer, asked about themselves, may see how the system is.' })
  viewerCanReadSystem(@Ctx() ctx: Context) {
    return canReadSystem(ctx.viewer);
  }
}
