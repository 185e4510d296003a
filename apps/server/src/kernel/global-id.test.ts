import { expect, test } from 'vitest';
import { ApiError, ErrorCode } from './errors.ts';
import { globalId, parseGlobalId, uuidOf } from './global-id.ts';

const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e';

test('an id is opaque, safe in addresses, and leads back to what it was made of', () => {
  const id = globalId('Course', uuid);
  expect(id).toMatch(/^[\w-]+$/);
  expect(parseGlobalId(id)).toEqual({ type: 'Course', uuid });
  expect(uuidOf('Course', id)).toBe(uuid);
});

test('an id of another type names nothing of this one', () => {
  expect(() => uuidOf('Module', globalId('Course', uuid))).toThrow(new ApiError(ErrorCode.BAD_USER_INPUT, 'The id names no Module.'));
});

test.each([
  ['', 'is empty'],
  [uuid, 'is a bare uuid'],
  ['Course:1', 'was not encoded'],
  [globalId('Course', `${uuid}0`), 'holds more than a uuid'],
  [globalId('Course', uuid.toUpperCase()), 'spells the uuid in another way'],
  [globalId('course', uuid), 'begins with a small letter'],
  [globalId('Course:Course', uuid), 'names two types'],
  [`${globalId('Course', uuid)} `, 'has a space behind it'],
  [`${globalId('Course', uuid)}=`, 'has padding'],
  [Buffer.from(`Course:${uuid}`).toString('hex'), 'is encoded in another way'],
])('an id that says %j is malformed: it %s', (id) => {
  expect(() => parseGlobalId(id)).toThrow(new ApiError(ErrorCode.BAD_USER_INPUT, 'The id is malformed.'));
});
