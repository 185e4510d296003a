import { newUserRule } from '@cursus/rules/account';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { defaultGroupIds } from '../group/default-groups.ts';
import { canChooseGroups } from '../group/group.policy.ts';
import { refuseUnheld } from '../group/lock-rights.ts';
import { isAny } from '../kernel/any-of.ts';
import type { Viewer } from '../kernel/authorize.ts';
import { checked } from '../kernel/input-rules.ts';
import { Refusal, refuse, UserErrorCode } from '../kernel/user-error.ts';
import { type ImportedRow, ImportOutcome } from './import-users.input.ts';
import type { PersonRow } from './read-people-table.ts';

/** An account that a row asks for. */
export interface PlannedAccount {
  readonly username: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language?: string | undefined;
  readonly groupId: string;
}

export interface PlannedRow extends ImportedRow {
  /** Null unless it is to be made. */
  readonly account: PlannedAccount | null;
}

interface PresentAccount {
  readonly username: string;
  readonly email: string;
  readonly isConfirmed: boolean;
}

interface PresentGroup {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly string[];
}

/** What the rows are held against: accounts with a name or an address of theirs, groups, and the rows before. */
interface Known {
  readonly viewer: Viewer;
  readonly byUsername: ReadonlyMap<string, PresentAccount>;
  readonly confirmed: ReadonlyMap<string, PresentAccount>;
  readonly groups: ReadonlyMap<string, PresentGroup>;
  readonly usernames: Set<string>;
  readonly emails: Set<string>;
}

async function knownTo(em: EntityManager, viewer: Viewer, rows: readonly PersonRow[]): Promise<Known> {
  const named = (column: 'username' | 'email') => rows.map(({ values }) => values[column].toLowerCase());
  const { rows: accounts } =
    await sql<PresentAccount>`select username, lower(email) as email, email_confirmed_at is not null as "isConfirmed"
    from "user" where ${isAny('username', named('username'))} or lower(email) = any(${named('email')})`.execute(em.getKysely());
  const { rows: groups } = await sql<PresentGroup>`select id, name,
    array(select permission from group_permission where group_id = "group".id) as permissions from "group"`.execute(em.getKysely());
  return {
    viewer,
    byUsername: new Map(accounts.map((account) => [account.username, account])),
    confirmed: new Map(accounts.filter(({ isConfirmed }) => isConfirmed).map((account) => [account.email, account])),
    groups: new Map(groups.map((group) => [group.name.toLowerCase(), group])),
    usernames: new Set(),
    emails: new Set(),
  };
}

/** The group that a row names, within what the viewer may do themselves. */
function groupOf({ viewer, groups }: Known, name: string): string {
  const byDefault = [...groups.values()].find(({ id }) => id === defaultGroupIds.Students);
  const group = name === '' ? byDefault : groups.get(name.toLowerCase());
  if (group === undefined) throw refuse(UserErrorCode.NOT_FOUND, ['group'], 'No group is called so.');
  if (group !== byDefault && !canChooseGroups(viewer))
    throw refuse(UserErrorCode.NOT_YOURS_TO_GIVE, ['group'], 'Who is in which group is decided by who manages groups.');
  refuseUnheld(viewer, group.permissions, ['group']);
  return group.id;
}

/** What each check refuses, all together: who mends a table mends it once. */
function collect(...checks: (() => void)[]): void {
  const errors = checks.flatMap((check) => {
    try {
      check();
      return [];
    } catch (error) {
      if (error instanceof Refusal) return error.userErrors;
      throw error;
    }
  });
  if (errors.length > 0) throw new Refusal(errors);
}

function accountOf(known: Known, { values }: PersonRow): PlannedAccount | null {
  const { group, language, ...names } = values;
  const asked = { account: null as Omit<PlannedAccount, 'groupId'> | null, groupId: '' };
  collect(
    () => {
      asked.account = checked(newUserRule, { ...names, language: language === '' ? undefined : language.toLowerCase() });
    },
    () => {
      asked.groupId = groupOf(known, group);
    },
  );
  const { account, groupId } = asked;
  if (account === null) return null;
  const isOther = (seen: Set<string>, value: string): boolean => seen.size < seen.add(value).size;
  const [isFirstOfName, isFirstOfAddress] = [isOther(known.usernames, account.username), isOther(known.emails, account.email)];
  const namesake = known.byUsername.get(account.username);
  collect(
    () => {
      if (!isFirstOfName) throw refuse(UserErrorCode.TAKEN, ['username'], 'A row above has this username.');
      if (namesake !== undefined && namesake.email !== account.email)
        throw refuse(UserErrorCode.TAKEN, ['username'], 'Somebody with another address has this username.');
    },
    () => {
      if (!isFirstOfAddress) throw refuse(UserErrorCode.TAKEN, ['email'], 'A row above has this address.');
      if (namesake === undefined && known.confirmed.has(account.email))
        throw refuse(UserErrorCode.TAKEN, ['email'], 'Somebody has confirmed this address as theirs.');
    },
  );
  return namesake === undefined ? { ...account, groupId } : null;
}

function planRow(known: Known, row: PersonRow): PlannedRow {
  const { number, values } = row;
  const facts = { number, username: values.username };
  try {
    const account = accountOf(known, row);
    return { ...facts, outcome: account === null ? ImportOutcome.SKIP : ImportOutcome.CREATE, userErrors: [], account };
  } catch (error) {
    if (error instanceof Refusal) return { ...facts, outcome: ImportOutcome.REFUSE, userErrors: error.userErrors, account: null };
    throw error;
  }
}

/** What would become of each row, in their order: three statements for all of them. */
export async function planImport(em: EntityManager, viewer: Viewer, rows: readonly PersonRow[]): Promise<PlannedRow[]> {
  const known = await knownTo(em, viewer, rows);
  return rows.map((row) => planRow(known, row));
}
