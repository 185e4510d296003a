import { join } from 'node:path';
import { defaultGroupIds } from '../group/default-groups.ts';
import { hashPassword } from '../kernel/password.ts';
import { keepSampleFile } from './sample-files.ts';
import type { SampleScope } from './sample-scope.ts';
import { addRows, sampleId } from './sample-rows.ts';
import { sampleFolder, type SampleSchool } from './school-files.ts';

export const samplePassword = 'cursus-demo';

export const personId = (key: string): string => sampleId('user', key);

/** The people of the sample school, each with a profile and a group; all have the printed password. */
export async function loadPeople(scope: SampleScope, { people }: SampleSchool): Promise<void> {
  const passwordHash = await hashPassword(samplePassword);
  const confirmedAt = scope.now;
  const accounts = people.map(({ key, username, email }) => ({
    id: personId(key),
    username,
    email,
    email_confirmed_at: confirmedAt,
    password_hash: passwordHash,
    is_superuser: username === 'admin',
  }));
  await addRows(scope.db, 'user', accounts);
  const profiles = [];
  for (const { key, firstName, lastName, bio, language, timeZone, avatar } of people) {
    const ownerId = personId(key);
    const avatarId =
      avatar === undefined ? null : await keepSampleFile(scope, { path: join(sampleFolder, avatar), key: avatar, use: 'avatar', ownerId });
    profiles.push({
      user_id: ownerId,
      first_name: firstName,
      last_name: lastName,
      bio,
      language,
      time_zone: timeZone,
      avatar_id: avatarId,
    });
  }
  await addRows(scope.db, 'profile', profiles);
  const members = people.map(({ key, group }) => ({ group_id: defaultGroupIds[group], user_id: personId(key) }));
  await addRows(scope.db, 'group_member', members);
}
