/** Asks whether one may leave what is being written; saves it first where that can be done. */
type MayLeave = () => Promise<boolean>;

const guards = new Set<MayLeave>();

/** Where something is written now. Gives what ends it. */
export function guardWork(mayLeave: MayLeave): () => void {
  guards.add(mayLeave);
  return () => guards.delete(mayLeave);
}

/** Whether everything that is being written may be left. */
export async function mayLeaveWork(): Promise<boolean> {
  for (const mayLeave of guards) if (!(await mayLeave())) return false;
  return true;
}
