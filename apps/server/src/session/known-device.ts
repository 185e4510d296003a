import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from '../context.ts';
import { newSecret } from '../kernel/secret-token.ts';
import { sessionCookies } from './session-cookies.ts';

const mostPeople = 5;
export const knownDeviceSeconds = 400 * 24 * 60 * 60;

interface Device {
  readonly secret: string;
  /** One mark for each person who signed in here, the latest first. */
  readonly marks: readonly string[];
}

/** Of a browser that has signed somebody in: its own secret, and who it was, so that the server need keep neither. */
function deviceOf(ctx: Context): Device {
  const [secret = '', ...marks] = (ctx.request.cookies[sessionCookies(ctx.services.env).device.name] ?? '').split('.');
  return /^[\w-]{43}$/.test(secret) ? { secret, marks: marks.slice(0, mostPeople) } : { secret: newSecret(), marks: [] };
}

const markOf = (ctx: Context, { secret }: Device, userId: string): string =>
  createHmac('sha256', ctx.services.env.AUTH_SECRET).update(`device ${secret} ${userId}`).digest('base64url').slice(0, 22);

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** What counts the attempts on an account from a browser that its owner signed in with; null for any other browser. */
export function knownDeviceOf(ctx: Context, userId: string): string | null {
  const device = deviceOf(ctx);
  const mark = markOf(ctx, device, userId);
  return device.marks.some((each) => isSame(each, mark)) ? `device ${mark}` : null;
}

/** What the browser keeps from now on. It opens nothing: it only keeps strangers from locking the owner out. */
export function deviceCookieOf(ctx: Context, userId: string): string {
  const device = deviceOf(ctx);
  const mark = markOf(ctx, device, userId);
  return [device.secret, mark, ...device.marks.filter((each) => each !== mark)].slice(0, mostPeople + 1).join('.');
}
