const storageKey = 'cursus.enrol';
/** Who comes back to the course much later has to say it again. */
const goodFor = 60 * 60_000;

/** Somebody without a session asked to enrol: when they are signed in and back on the course's page, in this tab, they are enrolled. */
export function rememberEnrolWish(courseId: string): void {
  sessionStorage.setItem(storageKey, JSON.stringify({ courseId, until: Date.now() + goodFor }));
}

/** Whether this course was asked for; asked once, it is forgotten. */
export function takeEnrolWish(courseId: string): boolean {
  const stored = sessionStorage.getItem(storageKey);
  if (stored === null) return false;
  const wish = JSON.parse(stored) as { courseId: string; until: number };
  if (wish.courseId !== courseId) return false;
  sessionStorage.removeItem(storageKey);
  return Date.now() < wish.until;
}
