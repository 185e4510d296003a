import { newSecret } from '../kernel/secret-token.ts';

const form = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/;

/** A secret that names its session: one that was replaced long ago is told from one that never was, and known to be used again. */
export const newRefreshToken = (sessionId: string): string => `${sessionId}.${newSecret()}`;

/** The session that a refresh token names, or null for what is none. Whether it is in force says its hash. */
export const sessionOfRefreshToken = (token: string): string | null => form.exec(token)?.[1] ?? null;
