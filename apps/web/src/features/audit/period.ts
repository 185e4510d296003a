/** How far back the log is read, in days with today. */
const daysOf = { today: 1, week: 7, month: 30 } as const;
export type Period = keyof typeof daysOf;
export const periods = Object.keys(daysOf) as Period[];

/** The beginning of the period's first day here: the same all day long, so that the list stays one list. */
export function startOf(period: Period, now = new Date()): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysOf[period] + 1).toISOString();
}
