import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { auditEntryById } from '../audit/audit.queries.ts';
import { visibleContent } from '../content/content.queries.ts';
import { itemOfContent } from '../content/item.queries.ts';
import { typeNameOfKind } from '../content/item.entity.ts';
import { itemKinds } from '../content/item-kinds.ts';
import { lockedKind } from '../content/locked-item.ts';
import type { Context } from '../context.ts';
import { canReadCourse, canViewCourse } from '../course/course.policy.ts';
import { courseById } from '../course/course.queries.ts';
import { canViewEnrolment } from '../enrolment/enrolment.policy.ts';
import { enrolmentById } from '../enrolment/enrolment.queries.ts';
import { canDeleteFile } from '../file/file.policy.ts';
import { canReadFile, fileById } from '../file/stored-file.queries.ts';
import { visibleGroup } from '../group/group.queries.ts';
import { failedJobById } from '../job/job.queries.ts';
import { Access, anyone, requireScope, sessionScope } from '../kernel/authorize.ts';
import { badUserInput, notFound } from '../kernel/errors.ts';
import { parseGlobalId } from '../kernel/global-id.ts';
import { invitationById } from '../invitation/invitation.queries.ts';
import { securityEventById } from '../security-event/security-event.queries.ts';
import { sessionById } from '../session/session.queries.ts';
import { Node, type NodeRow } from '../kernel/node.ts';
import { visibleModule } from '../module/module.queries.ts';
import { subjectById } from '../subject/subject.queries.ts';
import { tokenById } from '../token/token.queries.ts';
import { visibleTrashedContent, visibleTrashedCourse, visibleTrashedModule } from '../trash/trash.queries.ts';
import { isKnownToViewer, userById } from '../user/user.queries.ts';

const maxNodes = 100;

type Find = (ctx: Context, id: string) => Promise<{ id: string } | null>;

/** Behind a scope of its own, as the field that leads to such an object is. */
const scoped =
  (scope: string, find: Find): Find =>
  (ctx, id) => {
    requireScope(ctx.viewer, scope);
    return find(ctx, id);
  };

async function readableContent(ctx: Context, id: string) {
  const visible = await visibleContent(ctx, id);
  return visible && canReadCourse(ctx.viewer, visible.course) ? visible.content : null;
}

/** An item of this kind, in a content that the viewer reads; one that is locked is of no other kind. */
const itemOfKind =
  (kind: string): Find =>
  async (ctx, id) => {
    const content = await readableContent(ctx, id);
    const item = content && (await itemOfContent(ctx, content));
    return item?.kind === kind ? item : null;
  };

/** How each type of node is found by who may see it. */
const finders: Readonly<Record<string, Find>> = {
  Subject: subjectById,
  Course: async (ctx, id) => {
    const course = await courseById(ctx, id);
    return course && canViewCourse(ctx.viewer, course) ? course : null;
  },
  Module: async (ctx, id) => (await visibleModule(ctx, id))?.module ?? null,
  Content: scoped('course:read', readableContent),
  Enrolment: scoped('enrolment:read', async (ctx, id) => {
    const enrolment = await enrolmentById(ctx, id);
    const course = enrolment && (await courseById(ctx, enrolment.courseId));
    return enrolment && course && canViewEnrolment(ctx.viewer, enrolment, course) ? enrolment : null;
  }),
  AuditEntry: scoped('audit:read', auditEntryById),
  Token: scoped(sessionScope, tokenById),
  Session: scoped(sessionScope, sessionById),
  SecurityEvent: scoped(sessionScope, securityEventById),
  Invitation: scoped('user:read', invitationById),
  Group: scoped('group:read', visibleGroup),
  FailedJob: scoped('system:read', failedJobById),
  User: async (ctx, id) => ((await isKnownToViewer(ctx, id)) ? userById(ctx, id) : null),
  StoredFile: async (ctx, id) => {
    const file = await fileById(ctx, id);
    return file && (canDeleteFile(ctx.viewer, file) || (await canReadFile(ctx, file))) ? file : null;
  },
  LockedItem: scoped('course:read', itemOfKind(lockedKind)),
  TrashedCourse: scoped('course:read', visibleTrashedCourse),
  TrashedModule: scoped('course:read', visibleTrashedModule),
  TrashedContent: scoped('course:read', visibleTrashedContent),
  ...Object.fromEntries(itemKinds.map(({ kind }) => [typeNameOfKind(kind), scoped('course:read', itemOfKind(kind))])),
};

async function find(ctx: Context, globalId: string): Promise<NodeRow | null> {
  const { type, uuid } = parseGlobalId(globalId);
  const finder = finders[type];
  if (finder === undefined) throw badUserInput('The id is of no type that there is.');
  const row = await finder(ctx, uuid);
  return row && { ...row, __typename: type };
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'The object with this id, if the viewer may see it: NOT_FOUND otherwise.' })
  @Access({ scope: 'catalog:read', rule: anyone })
  async node(@Arg('id', () => ID, { description: 'Any id that the API gave.' }) id: string, @Ctx() ctx: Context) {
    const row = await find(ctx, id);
    if (row === null) throw notFound();
    return row;
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: `The objects with these ids, in their order, at most ${maxNodes}; null in the place of what the viewer may not see.`,
  })
  @Access({ scope: 'catalog:read', rule: anyone })
  nodes(@Arg('ids', () => [ID], { description: 'Any ids that the API gave.' }) ids: string[], @Ctx() ctx: Context) {
    if (ids.length > maxNodes) throw badUserInput(`At most ${maxNodes} ids.`);
    return Promise.all(ids.map((id) => find(ctx, id)));
  }
}
