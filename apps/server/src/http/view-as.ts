import type { Viewer } from '../kernel/authorize.ts';
import { badUserInput } from '../kernel/errors.ts';

/** As whom an author asks to be shown courses, over HTTP; a socket says `viewAs` in its connectionParams. */
export const viewAsHeader = 'cursus-view-as';

/** The viewer with no more than a student's rights, when they ask for that. It takes rights away alone, so anybody may send it. */
export function viewingAs(viewer: Viewer, asked: unknown): Viewer {
  if (asked === undefined) return viewer;
  if (asked !== 'student') throw badUserInput('Courses can be viewed as `student`.');
  return { ...viewer, isAsStudent: true };
}
