import { join } from 'node:path';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM, UnderscoreNamingStrategy } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { Content, ContentFile } from './content/content.entity.ts';
import { Item } from './content/item.entity.ts';
import { itemKinds } from './content/item-kinds.ts';
import { VideoCaptions } from './content/video-captions.entity.ts';
import { Course, CourseFile, FormerCourseSlug } from './course/course.entity.ts';
import { DataExport } from './data-export/data-export.entity.ts';
import { Enrolment } from './enrolment/enrolment.entity.ts';
import { StoredFile } from './file/stored-file.entity.ts';
import { Invitation } from './invitation/invitation.entity.ts';
import { MailLink } from './mail/mail-link.entity.ts';
import { Group, GroupMember, GroupPermission } from './group/group.entity.ts';
import { Module } from './module/module.entity.ts';
import { Profile } from './profile/profile.entity.ts';
import { Completion } from './progress/completion.entity.ts';
import { Playback } from './progress/playback.entity.ts';
import { RecoveryCode, SecondFactor } from './second-factor/second-factor.entity.ts';
import { SecurityEvent } from './security-event/security-event.entity.ts';
import { Session } from './session/session.entity.ts';
import type { DatabaseWatch } from './kernel/database-watch.ts';
import { nameStatements } from './kernel/named-statements.ts';
import { silenceWatch } from './kernel/silence-watch.ts';
import { packageRoot } from './package-root.ts';
import { Subject } from './subject/subject.entity.ts';
import { Token } from './token/token.entity.ts';
import { User } from './user/user.entity.ts';

const kindEntities = itemKinds.map(({ entity }) => entity);

const entities = [
  User,
  Profile,
  Group,
  GroupPermission,
  GroupMember,
  Session,
  Token,
  SecurityEvent,
  MailLink,
  SecondFactor,
  RecoveryCode,
  Invitation,
  StoredFile,
  Subject,
  Course,
  FormerCourseSlug,
  CourseFile,
  Module,
  Content,
  ContentFile,
  Item,
  ...kindEntities,
  VideoCaptions,
  Enrolment,
  Completion,
  Playback,
  DataExport,
] as const;

/** Entities hold foreign keys as ids (`ownerId`), which name their columns as any other property does. */
class IdNamingStrategy extends UnderscoreNamingStrategy {
  override joinKeyColumnName(property: string): string {
    return this.propertyToColumnName(property);
  }
}

/** PostgreSQL's number for `timestamp with time zone`. */
const timestamptz = 1184;

/** Rows hold moments as Date, as entities do: the ORM would leave them as the text that only its own hydration reads. */
function readMomentsAsDates({ options }: Pool): void {
  const { types } = options;
  if (types === undefined) return;
  options.types = {
    getTypeParser: (oid, format): unknown => (oid === timestamptz ? (text: string) => new Date(text) : types.getTypeParser(oid, format)),
  };
}

/** Milliseconds. A request waits for its turn in the pool, then for each statement, of which PostgreSQL itself cuts those that are too long. */
export const requestLimits = { turn: 10_000, statement: 3_000, lock: 3_000, idleInTransaction: 60_000, answer: 3_800 };
/** A migration of a large table takes what it takes. */
export const migrationLimits = { turn: 10_000, statement: 0, lock: 0, idleInTransaction: 0, answer: 0 };

/** The connection and the entities. Time limits are set so that a database that does not answer cannot hold a request for ever. */
export function createOrm(databaseUrl: string, limits = requestLimits, database?: DatabaseWatch): Promise<MikroORM> {
  const migrations = join(packageRoot, 'migrations');
  const watch = silenceWatch(limits.answer);
  return MikroORM.init(
    defineConfig({
      clientUrl: databaseUrl,
      entities: [...entities],
      namingStrategy: IdNamingStrategy,
      metadataProvider: ReflectMetadataProvider,
      metadataCache: { enabled: false },
      extensions: [Migrator],
      migrations: {
        path: migrations,
        pathTs: migrations,
        tableName: 'migration',
        transactional: true,
        allOrNothing: true,
        snapshot: false,
        silent: true,
      },
      pool: { min: 0, max: 10 },
      driverOptions: {
        Client: watch.Client,
        onPoolCreated: (pool: Pool) => {
          readMomentsAsDates(pool);
          nameStatements(pool);
          database?.watch(pool);
          watch.guard(pool);
        },
        connectionTimeoutMillis: limits.turn,
        statement_timeout: limits.statement,
        lock_timeout: limits.lock,
        idle_in_transaction_session_timeout: limits.idleInTransaction,
      },
      discovery: { checkDuplicateTableNames: true },
      allowGlobalContext: false,
    }),
  );
}
