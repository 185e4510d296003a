import { randomUUID } from 'node:crypto';
import type { Db } from '../src/database.ts';
import { PublicationStatus } from '../src/kernel/publication-status.ts';
import { Add, Delete, DeleteModule, Enrol, Leave, Move, MoveModule, Read, Restore, TakeBack } from './course-history-documents.ts';
import { Factory, type Made } from './factories.ts';
import type { Caller, School } from './harness.ts';

interface ModelContent extends Made {
  isPublished: boolean;
}

interface ModelModule extends Made {
  isPublished: boolean;
  contents: ModelContent[];
}

interface Beginning {
  course: Made & { slug: string };
  student: Caller;
  owner: Caller;
}

/** A course and one student of it as they should be, kept beside those of the server. What is in the trash is not in it. */
export class CourseHistory {
  readonly done = new Set<string>();
  modules: ModelModule[] = [];
  #trash: { content: ModelContent; moduleId: string }[] = [];
  isEnrolled = false;

  readonly course: Made & { slug: string };
  readonly student: Caller;
  readonly #owner: Caller;
  readonly #db: Db;

  private constructor(school: School, { course, student, owner }: Beginning) {
    this.#db = school.db;
    this.course = course;
    this.student = student;
    this.#owner = owner;
  }

  /** A course with modules of so many contents each, and somebody who is not enrolled yet. */
  static async begin(school: School, teacher: Made, sizes: readonly number[]): Promise<CourseHistory> {
    const make = new Factory(school);
    const course = await make.course(teacher, { slug: `history-${randomUUID()}` });
    const [student, owner] = [await school.as((await make.user()).uuid), await school.as(teacher.uuid)];
    const history = new CourseHistory(school, { course, student, owner });
    for (const size of sizes) {
      const module = { ...(await make.module(course)), isPublished: true, contents: [] as ModelContent[] };
      for (let at = 0; at < size; at += 1) module.contents.push({ ...(await make.content(module)), isPublished: true });
      history.modules.push(module);
    }
    return history;
  }

  get visible(): ModelContent[] {
    return this.modules.filter(({ isPublished }) => isPublished).flatMap(({ contents }) => contents.filter((each) => each.isPublished));
  }

  async enrol(): Promise<void> {
    await this.student.data(Enrol, { courseId: this.course.id });
    this.isEnrolled = true;
  }

  async leave(): Promise<void> {
    if (this.isEnrolled) await this.student.data(Leave, { courseId: this.course.id });
    this.isEnrolled = false;
  }

  async read(at: number): Promise<void> {
    const content = pick(this.visible, at);
    if (content === undefined || !this.isEnrolled) return;
    await this.student.data(Read, { id: content.id });
    this.done.add(content.id);
  }

  async takeBack(at: number): Promise<void> {
    const content = pick(this.visible, at);
    if (content === undefined || !this.isEnrolled) return;
    await this.student.data(TakeBack, { id: content.id });
    this.done.delete(content.id);
  }

  async add(at: number): Promise<void> {
    const module = pick(this.modules, at);
    if (module === undefined) return;
    const { createText } = await this.#owner.data(Add, { moduleId: module.id });
    const id = createText?.content?.id ?? '';
    const [, uuid = ''] = Buffer.from(id, 'base64url').toString().split(':');
    module.contents.push({ id, uuid, isPublished: true });
  }

  async move(at: number): Promise<void> {
    const [from, to] = [pick(this.modules, at), pick(this.modules, at + 1)];
    const content = from && pick(from.contents, at);
    if (from === undefined || to === undefined || content === undefined) return;
    await this.#owner.data(Move, { id: content.id, moduleId: to.id });
    from.contents.splice(from.contents.indexOf(content), 1);
    to.contents.unshift(content);
  }

  async moveModule(at: number): Promise<void> {
    const module = pick(this.modules, at);
    if (module === undefined) return;
    await this.#owner.data(MoveModule, { id: module.id });
    this.modules = [module, ...this.modules.filter((each) => each !== module)];
  }

  async delete(at: number): Promise<void> {
    const module = pick(this.modules, at);
    const content = module && pick(module.contents, at);
    if (module === undefined || content === undefined) return;
    await this.#owner.data(Delete, { id: content.id });
    module.contents.splice(module.contents.indexOf(content), 1);
    this.#trash.push({ content, moduleId: module.id });
  }

  /** Out of the trash into another module than it was in, behind all that is there; what was done of it is done still. */
  async restore(at: number): Promise<void> {
    const trashed = pick(this.#trash, at);
    const module = trashed && this.modules.find(({ id }) => id !== trashed.moduleId);
    if (trashed === undefined || module === undefined) return;
    await this.#owner.data(Restore, { id: trashed.content.id, moduleId: module.id });
    this.#trash = this.#trash.filter((each) => each !== trashed);
    module.contents.push(trashed.content);
  }

  async deleteModule(at: number): Promise<void> {
    const module = pick(this.modules, at);
    if (module === undefined) return;
    await this.#owner.data(DeleteModule, { id: module.id });
    this.modules = this.modules.filter((each) => each !== module);
  }

  /** Takes a content back to draft, or publishes it again. */
  async turnContent(at: number): Promise<void> {
    const module = pick(this.modules, at);
    await this.#turn('content', module && pick(module.contents, at));
  }

  async turnModule(at: number): Promise<void> {
    await this.#turn('module', pick(this.modules, at));
  }

  async #turn(table: 'module' | 'content', row: ModelContent | undefined): Promise<void> {
    if (row === undefined) return;
    row.isPublished = !row.isPublished;
    const status = row.isPublished ? PublicationStatus.PUBLISHED : PublicationStatus.DRAFT;
    await this.#db.updateTable(table).set({ status }).where('id', '=', row.uuid).execute();
  }

  /** What the server should say now. */
  expected() {
    const progressOf = (contents: readonly ModelContent[]) => {
      const [total, completed] = [contents.length, contents.filter(({ id }) => this.done.has(id)).length];
      return { completed, total, percent: total === 0 ? 0 : Math.floor((completed / total) * 100) };
    };
    const left = this.visible.filter(({ id }) => !this.done.has(id)).map(({ id }) => id);
    return {
      progress: progressOf(this.visible),
      left,
      inModules: this.modules
        .filter(({ isPublished }) => isPublished)
        .map(({ contents }) => progressOf(contents.filter(({ isPublished }) => isPublished))),
      isFinished: this.visible.length > 0 && left.length === 0,
    };
  }
}

const pick = <Each>(list: readonly Each[], at: number): Each | undefined => list[at % Math.max(1, list.length)];
