/** Whether this machine knows a time zone by this name. Offsets such as `+02:00` are no place, and know no summer. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z][\w+/-]{1,63}$/i.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
