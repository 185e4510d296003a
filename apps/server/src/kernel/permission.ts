import type { Viewer } from './authorize.ts';

/** What a group can allow its members beyond what is their own: declared once, beside the policy that asks for it. */
export interface DeclaredPermission {
  /** As the database keeps it: `noun.action`. */
  readonly code: string;
  readonly description: string;
}

export type DeclaredPermissions = Readonly<Record<string, DeclaredPermission>>;

export const holds = (viewer: Viewer | null, { code }: DeclaredPermission): boolean => viewer !== null && viewer.permissions.has(code);
