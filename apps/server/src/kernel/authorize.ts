import { createMethodMiddlewareDecorator, Extensions } from 'type-graphql';
import { ApiError, ErrorCode, forbidden, notFound, tooLong, unauthenticated } from './errors.ts';

/** Who asks: the rights are those of the database at the moment of the request. */
export interface Viewer {
  readonly userId: string;
  /** Null for a personal token. */
  readonly sessionId: string | null;
  readonly permissions: ReadonlySet<string>;
  /** What their personal token may be used for; null for a session, which may be used for everything. */
  readonly scopes: ReadonlySet<string> | null;
  /** They have every permission, and alone give and take that. */
  readonly isSuperuser?: boolean;
  /** They ask to be shown what a student is shown, and change nothing meanwhile. */
  readonly isAsStudent?: boolean;
}

export interface ViewerScope {
  readonly viewer: Viewer | null;
  /** The moment after which nothing more is begun for the request; a transaction that runs then is still finished, and told. */
  readonly deadline?: number;
}

/** A pure predicate of a policy. `on` is what the target gave; without a target it is undefined. */
export type Rule<On> = (viewer: Viewer | null, on: On) => boolean;

/** Anybody, signed in or not. */
export function anyone(): boolean {
  return true;
}

/** Any signed-in person. */
export function signedIn(viewer: Viewer | null): boolean {
  return viewer !== null;
}

/** How an operation finds the object that its rule judges, and who may know that the object exists. */
export interface Target<Scope, On> {
  readonly type: string;
  readonly find: (scope: Scope, args: Record<string, unknown>) => Promise<On | null>;
  readonly canView: Rule<On>;
}

/** The scope of what needs a person who signed in: no personal token holds it. */
export const sessionScope = 'session';

/** A personal token is good for its scopes alone, whatever its owner may do. */
export const hasScope = (viewer: Viewer | null, scope: string): boolean =>
  viewer === null || viewer.scopes === null || viewer.scopes.has(scope);

export function requireScope(viewer: Viewer | null, scope: string): void {
  if (hasScope(viewer, scope)) return;
  const lack = scope === sessionScope ? 'No personal token may do this: sign in.' : `The token lacks the scope \`${scope}\`.`;
  throw new ApiError(ErrorCode.FORBIDDEN, lack);
}

export interface AccessDeclaration<Scope extends ViewerScope = ViewerScope> {
  readonly scope: string;
  readonly rule: string;
  readonly target: string | null;
  readonly isPublic: boolean;
  /** Throws for a viewer who may not. A subscription asks before it begins, and the method's own guard at each event. */
  readonly check: (scope: Scope, args: Record<string, unknown>) => Promise<void>;
}

/**
 * Declares who may use an operation or a guarded field, and checks it before the method runs: signed out is UNAUTHENTICATED for real and
 * random ids alike, a token without the scope is FORBIDDEN for both too, invisible is NOT_FOUND, visible but not allowed is FORBIDDEN.
 */
export function Access<Scope extends ViewerScope, On = undefined>(declared: {
  scope: string;
  rule: Rule<On>;
  on?: Target<Scope, On>;
}): MethodDecorator {
  const { scope, rule, on } = declared;
  const isPublic = (rule as unknown) === anyone;
  const check = async (context: Scope, args: Record<string, unknown>): Promise<void> => {
    if (context.deadline !== undefined && Date.now() > context.deadline) throw tooLong();
    requireScope(context.viewer, scope);
    if (isPublic) return;
    if (context.viewer === null) throw unauthenticated();
    const target = on === undefined ? undefined : await on.find(context, args);
    if (target === null || (target !== undefined && on?.canView(context.viewer, target) === false)) throw notFound();
    if (!rule(context.viewer, target as On)) throw forbidden();
  };
  const declaration: AccessDeclaration<Scope> = { scope, rule: rule.name, target: on?.type ?? null, isPublic, check };
  const guarded = createMethodMiddlewareDecorator<Scope & object>(async ({ args, context }, next) => {
    await check(context, args);
    return next() as Promise<unknown>;
  });
  return (prototype, key, descriptor) => {
    Extensions({ access: declaration })(prototype, key, descriptor as TypedPropertyDescriptor<unknown>);
    guarded(prototype, key, descriptor as TypedPropertyDescriptor<unknown>);
  };
}

/** The value at `input.id` and the like in an operation's arguments. */
export function argumentAt(args: Record<string, unknown>, path: string): string {
  let value: unknown = args;
  for (const key of path.split('.'))
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' ? value : '';
}

/** Who acts, in an operation that needs a person. */
export function viewerId({ viewer }: ViewerScope): string {
  if (viewer === null) throw unauthenticated();
  return viewer.userId;
}
