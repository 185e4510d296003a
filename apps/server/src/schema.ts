import { type GraphQLSchema, type GraphQLTypeResolver, isInterfaceType, isObjectType, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { ApiResolver } from './api/api.resolver.ts';
import { AuditResolver, FieldChangeResolver } from './audit/audit.resolver.ts';
import { ContentResolver, ModuleContentsResolver } from './content/content.resolver.ts';
import { typeOfItem } from './content/item.entity.ts';
import { DuplicationResolver } from './content/duplication.resolver.ts';
import { ItemResolver } from './content/item.resolver.ts';
import { itemKinds } from './content/item-kinds.ts';
import { LockedItem } from './content/locked-item.ts';
import { CourseStructureResolver } from './content/course-structure.resolver.ts';
import { CourseTransferResolver } from './course/transfer.resolver.ts';
import { ErasurePreviewResolver, ErasureResolver, UserErasureResolver } from './erasure/erasure.resolver.ts';
import { CourseOverviewResolver } from './course/overview.resolver.ts';
import { AllCoursesResolver } from './course/all-courses.resolver.ts';
import { CourseResolver } from './course/course.resolver.ts';
import { DataExportResolver, UserDataExportResolver } from './data-export/data-export.resolver.ts';
import { CourseEnrolmentDaysResolver } from './enrolment/enrolment-days.resolver.ts';
import { EnrolmentListResolver } from './enrolment/enrolment-list.resolver.ts';
import { CourseEnrolmentsResolver, EnrolmentResolver, UserEnrolmentsResolver } from './enrolment/enrolment.resolver.ts';
import { FileListResolver, FileReferenceResolver } from './file/file-list.resolver.ts';
import { FileResolver } from './file/file.resolver.ts';
import type { Context } from './context.ts';
import { type AccessDeclaration, sessionScope } from './kernel/authorize.ts';
import { GroupMembersResolver } from './group/group-members.resolver.ts';
import { GroupResolver } from './group/group.resolver.ts';
import { globalId } from './kernel/global-id.ts';
import { typeOfNode } from './kernel/node.ts';
import { InputError, LimitError, typeOfUserError } from './kernel/user-error.ts';
import { CourseModulesResolver, ModuleResolver } from './module/module.resolver.ts';
import { ContentLockResolver, ModuleLockResolver } from './lock/lock.resolver.ts';
import { FailedJobResolver, SystemJobsResolver } from './job/job.resolver.ts';
import { NodeResolver } from './node/node.resolver.ts';
import { ProfileResolver } from './profile/profile.resolver.ts';
import { ProgressChangedResolver } from './progress/progress-changed.resolver.ts';
import { PlaybackResolver } from './progress/playback.resolver.ts';
import { ContentProgressResolver, EnrolmentProgressResolver, ModuleProgressResolver } from './progress/progress.resolver.ts';
import { EditConflict } from './revision/edit-conflict.ts';
import {
  CourseRevisionResolver,
  EditConflictResolver,
  ItemRevisionResolver,
  ModuleRevisionResolver,
} from './revision/revision.resolver.ts';
import { CourseChecklistResolver, PublishingProblemResolver } from './publication/checklist.resolver.ts';
import { PublicationResolver } from './publication/publication.resolver.ts';
import { EmailAddressResolver, UserEmailResolver } from './email-address/email-address.resolver.ts';
import { InvitationResolver } from './invitation/invitation.resolver.ts';
import { PasswordResolver } from './password/password.resolver.ts';
import { SecondFactorResolver, UserSecondFactorResolver } from './second-factor/second-factor.resolver.ts';
import { UserSecurityEventsResolver } from './security-event/security-event.resolver.ts';
import { SessionResolver } from './session/session.resolver.ts';
import { SessionListResolver, UserSessionsResolver } from './session/session-list.resolver.ts';
import { SubjectResolver } from './subject/subject.resolver.ts';
import { SystemResolver } from './system/system.resolver.ts';
import { TokenResolver, UserTokensResolver } from './token/token.resolver.ts';
import {
  CourseTrashResolver,
  TrashedContentResolver,
  TrashedCourseResolver,
  TrashedModuleResolver,
  UserTrashResolver,
} from './trash/trash.resolver.ts';
import { AccountResolver } from './user/account.resolver.ts';
import { ImportUsersResolver } from './user/import-users.resolver.ts';
import { UserResolver } from './user/user.resolver.ts';
import { ViewerRightsResolver } from './user/viewer-rights.resolver.ts';
import { CourseViewsResolver } from './view/view.resolver.ts';

const resolvers = [
  ApiResolver,
  NodeResolver,
  SessionResolver,
  SessionListResolver,
  UserSessionsResolver,
  UserSecurityEventsResolver,
  PasswordResolver,
  EmailAddressResolver,
  UserEmailResolver,
  SecondFactorResolver,
  UserSecondFactorResolver,
  InvitationResolver,
  UserResolver,
  ImportUsersResolver,
  ViewerRightsResolver,
  AccountResolver,
  GroupResolver,
  GroupMembersResolver,
  TokenResolver,
  UserTokensResolver,
  DataExportResolver,
  UserDataExportResolver,
  ErasureResolver,
  UserErasureResolver,
  ErasurePreviewResolver,
  CourseTransferResolver,
  ProfileResolver,
  FileResolver,
  FileListResolver,
  FileReferenceResolver,
  SubjectResolver,
  AllCoursesResolver,
  CourseResolver,
  CourseOverviewResolver,
  CourseViewsResolver,
  ModuleResolver,
  CourseModulesResolver,
  ContentResolver,
  DuplicationResolver,
  ModuleContentsResolver,
  ItemResolver,
  ...itemKinds.map(({ resolver }) => resolver),
  PublicationResolver,
  CourseChecklistResolver,
  PublishingProblemResolver,
  ModuleLockResolver,
  ContentLockResolver,
  EnrolmentResolver,
  EnrolmentListResolver,
  CourseEnrolmentsResolver,
  CourseEnrolmentDaysResolver,
  UserEnrolmentsResolver,
  ContentProgressResolver,
  EnrolmentProgressResolver,
  ModuleProgressResolver,
  PlaybackResolver,
  CourseStructureResolver,
  ProgressChangedResolver,
  CourseRevisionResolver,
  ModuleRevisionResolver,
  ItemRevisionResolver,
  EditConflictResolver,
  TrashedCourseResolver,
  TrashedModuleResolver,
  TrashedContentResolver,
  CourseTrashResolver,
  UserTrashResolver,
  AuditResolver,
  FieldChangeResolver,
  SystemResolver,
  SystemJobsResolver,
  FailedJobResolver,
] as const;

/** Rows hold uuids; the API gives `Type:uuid`. One place for all types. */
function encodeNodeIds(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Node')) continue;
    const field = type.getFields()['id'];
    if (field !== undefined) field.resolve = (row: { id: string }) => globalId(type.name, row.id);
  }
}

/** type-graphql makes a promise of each of these, which what runs compiled does not wait for. */
const typeOfInterface: Readonly<Record<string, GraphQLTypeResolver<never, Context>>> = {
  Node: typeOfNode,
  Item: typeOfItem,
  UserError: typeOfUserError,
};

function resolveTypesAtOnce(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isInterfaceType)) {
    const resolve = typeOfInterface[type.name];
    if (resolve === undefined) throw new Error(`typeOfInterface does not say how the type behind ${type.name} is told.`);
    type.resolveType = resolve as GraphQLTypeResolver<unknown, Context>;
  }
}

const byToken = ({ scope }: AccessDeclaration): string =>
  scope === sessionScope ? 'no personal token reaches it' : `a personal token needs the scope \`${scope}\``;

/** What a third party's token must hold stands in the description of each operation, and of each field that asks for a scope of its own. */
function tellScopes(schema: GraphQLSchema): void {
  const operations = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const access = field.extensions['access'] as AccessDeclaration | undefined;
      if (access === undefined) continue;
      const who = access.isPublic ? 'Open to all' : 'For who is signed in';
      const told = operations.includes(type)
        ? `${who}; ${byToken(access)}`
        : byToken(access).replace(/^[an]/, (letter) => letter.toUpperCase());
      field.description = `${field.description ?? ''} ${told}.`;
    }
  }
}

/** The roots have no class of their own that could say it. */
function describeRoots(schema: GraphQLSchema): void {
  const roots = [
    [schema.getQueryType(), 'What can be read. Nothing changes by it.'],
    [schema.getMutationType(), 'What can be changed: each field as a whole or not at all, one after another.'],
    [schema.getSubscriptionType(), 'What can be followed while it changes, over the protocol graphql-transport-ws.'],
  ] as const;
  for (const [type, description] of roots) if (type) type.description = description;
}

/** A subscription asks for the right before it begins; its method's own guard asks again at each event. */
function guardSubscriptions(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const { subscribe, extensions } = field;
    const access = extensions['access'] as AccessDeclaration<Context> | undefined;
    field.subscribe = async (root, args: Record<string, unknown>, context: Context, info): Promise<unknown> => {
      await access?.check(context, args);
      return subscribe?.(root, args, context, info);
    };
  }
}

/** type-graphql asks for a source of events even where each subscription brings its own, which knows the process that it is in. */
const noCommonEvents = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('A subscription says by `subscribe` what it follows.');
  },
};

async function buildCursusSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers,
    orphanedTypes: [InputError, LimitError, EditConflict, LockedItem, ...itemKinds.map(({ entity }) => entity)],
    validate: false,
    pubSub: noCommonEvents,
    emitSchemaFile: false,
  });
  encodeNodeIds(schema);
  resolveTypesAtOnce(schema);
  guardSubscriptions(schema);
  tellScopes(schema);
  describeRoots(schema);
  return schema;
}

let schema: Promise<GraphQLSchema> | undefined;

/** The schema of this process: built once, however many servers it runs, as tests do. */
export const createSchema = (): Promise<GraphQLSchema> => (schema ??= buildCursusSchema());

export const printedSchema = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
