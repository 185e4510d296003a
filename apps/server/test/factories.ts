import { randomUUID } from 'node:crypto';
import { Text } from '../src/content/text.item.ts';
import { Content } from '../src/content/content.entity.ts';
import { Course, CourseStatus } from '../src/course/course.entity.ts';
import { Enrolment } from '../src/enrolment/enrolment.entity.ts';
import { type DefaultGroupName, defaultGroupIds } from '../src/group/default-groups.ts';
import { Group, GroupMember, GroupPermission } from '../src/group/group.entity.ts';
import { globalId } from '../src/kernel/global-id.ts';
import { hashPassword } from '../src/kernel/password.ts';
import { hashOfSecret } from '../src/kernel/secret-token.ts';
import { Module } from '../src/module/module.entity.ts';
import { Profile } from '../src/profile/profile.entity.ts';
import { Subject } from '../src/subject/subject.entity.ts';
import { Token } from '../src/token/token.entity.ts';
import { newTokenSecret, prefixOf } from '../src/token/token-secret.ts';
import { User } from '../src/user/user.entity.ts';
import type { School } from './harness.ts';

export const testPassword = 'correct horse battery';
let passwordHash: Promise<string> | undefined;
let made = 0;

/** A number that no other thing of this test file has. */
const next = (): number => (made += 1);

/** What was made: its uuid, and the id by which the API names it. */
export interface Made {
  readonly uuid: string;
  readonly id: string;
}

const madeOf = (type: string, uuid: string): Made => ({ uuid, id: globalId(type, uuid) });

/** Makes rows directly, as many as a test needs, without the API that it tests. */
export class Factory {
  readonly #school: School;
  constructor(school: School) {
    this.#school = school;
  }

  async #persist(...entities: object[]): Promise<void> {
    const em = this.#school.services.orm.em.fork();
    em.persist(entities);
    await em.flush();
  }

  async user(group: DefaultGroupName = 'Students', fields: Partial<User> = {}): Promise<Made & { username: string }> {
    passwordHash ??= hashPassword(testPassword);
    const [id, username] = [randomUUID(), `person${next()}`];
    const user = new User({ id, username, email: `${username}@example.org`, passwordHash: await passwordHash });
    Object.assign(user, { emailConfirmedAt: new Date() }, fields);
    await this.#persist(user);
    await this.#persist(
      new Profile({ userId: id, firstName: 'Ada', lastName: `Person ${username}` }),
      Object.assign(new GroupMember(), { groupId: defaultGroupIds[group], userId: id }),
    );
    return { ...madeOf('User', id), username: user.username };
  }

  /** Somebody who may do exactly this, by a group of their own. */
  async userWith(permissions: readonly string[]): Promise<Made & { username: string }> {
    const [user, groupId] = [await this.user(), randomUUID()];
    await this.#persist(new Group({ id: groupId, name: `Group ${next()}`, description: '' }));
    await this.#persist(
      ...permissions.map((permission) => Object.assign(new GroupPermission(), { groupId, permission })),
      Object.assign(new GroupMember(), { groupId, userId: user.uuid }),
    );
    return user;
  }

  async subject(fields: Partial<Subject> = {}): Promise<Made> {
    const number = next();
    const subject = Object.assign(new Subject({ id: randomUUID(), title: `Subject ${number}`, slug: `subject-${number}` }), fields);
    await this.#persist(subject);
    return madeOf('Subject', subject.id);
  }

  /** A published course, unless `fields` says otherwise. */
  async course(owner: Made, fields: Partial<Course> & { subjectId?: string } = {}): Promise<Made & { slug: string }> {
    const number = next();
    const subjectId = fields.subjectId ?? (await this.subject()).uuid;
    const course = new Course({
      id: randomUUID(),
      ownerId: owner.uuid,
      subjectId,
      title: `Course ${number}`,
      slug: `course-${number}`,
      language: 'en',
    });
    course.publish(new Date(Date.now() - number * 1_000));
    Object.assign(course, fields);
    if (course.status === CourseStatus.DRAFT) course.publishedAt = null;
    await this.#persist(course);
    return { ...madeOf('Course', course.id), slug: course.slug };
  }

  async module(course: Made, position: number = next(), fields: Partial<Module> = {}): Promise<Made> {
    const module = new Module({ id: randomUUID(), courseId: course.uuid, title: `Module ${position}`, position });
    await this.#persist(Object.assign(module, fields));
    return madeOf('Module', module.id);
  }

  /** A text in a module. */
  async content(module: Made, position: number = next(), fields: Partial<Content> = {}): Promise<Made> {
    const id = randomUUID();
    const { ownerId } = await this.#school.db
      .selectFrom('module')
      .innerJoin('course', 'course.id', 'module.course_id')
      .select('course.owner_id as ownerId')
      .where('module.id', '=', module.uuid)
      .executeTakeFirstOrThrow();
    const content = Object.assign(new Content({ id, moduleId: module.uuid, position }), fields);
    const text = Object.assign(new Text(), { id, ownerId, title: `Text ${position}`, body: `Body of **text ${position}**` });
    await this.#persist(content, text);
    return madeOf('Content', id);
  }

  async enrolment(course: Made, student: Made, fields: Partial<Enrolment> = {}): Promise<Made> {
    const enrolment = Object.assign(new Enrolment(), { id: randomUUID(), courseId: course.uuid, studentId: student.uuid }, fields);
    await this.#persist(enrolment);
    return madeOf('Enrolment', enrolment.id);
  }

  /** A personal token of this person, and its secret. */
  async token(owner: Made, scopes: string[]): Promise<Made & { secret: string }> {
    const [id, secret, expiresAt] = [randomUUID(), newTokenSecret(), new Date(Date.now() + 86_400_000)];
    const [prefix, secretHash] = [prefixOf(secret), hashOfSecret(secret)];
    await this.#persist(new Token({ id, userId: owner.uuid, name: `Program ${next()}`, prefix, secretHash, scopes, expiresAt }));
    return { ...madeOf('Token', id), secret };
  }
}
