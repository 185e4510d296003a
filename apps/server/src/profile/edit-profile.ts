import { profileRule } from '@cursus/rules/profile';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ownFile } from '../file/own-file.ts';
import { checked, given } from '../kernel/input-rules.ts';
import { revise } from '../revision/revise.ts';
import { Profile } from './profile.entity.ts';
import type { UpdateProfileInput } from './profile.input.ts';

/** What null means something for is taken as it is; other fields stay when they are null. */
const emptied = (input: UpdateProfileInput) =>
  Object.fromEntries((['language', 'timeZone'] as const).filter((field) => input[field] === null).map((field) => [field, null]));

/** Changes what the input names in a person's profile. `by` is who edits: a new picture must be theirs. The one before is left to the sweep. */
export async function editProfile(em: EntityManager, userId: string, by: string, input: UpdateProfileInput): Promise<void> {
  const profile = await em.findOneOrFail(Profile, { userId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  revise(profile, 'Profile', { ...input, by });
  Object.assign(profile, checked(profileRule.partial(), { ...given(input), ...emptied(input) }));
  if (input.avatarId === null) profile.avatarId = null;
  if (input.avatarId)
    profile.avatarId = await ownFile(em, by, { id: input.avatarId, use: 'avatar', path: ['avatarId'], present: profile.avatarId });
}
