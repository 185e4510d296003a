import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import type { DefaultGroupName } from './default-groups.ts';
import { allPermissions, Permission } from './permission.ts';

const school = await openSchool();
const make = new Factory(school);

const Rights = graphql(`
  query PermissionRights {
    viewer {
      permissions
      viewerCanAdminister
      viewerCanReadAnyCourse
      viewerCanManageSubjects
      viewerCanManageEnrolments
      viewerCanManageFiles
      viewerCanManageUsers
      viewerCanManageGroups
      viewerCanReadAuditLog
      viewerCanReadSystem
    }
  }
`);

const rightsOf = async (group: DefaultGroupName) => {
  const { permissions, ...answers } = (await (await school.as((await make.user(group)).uuid)).data(Rights)).viewer ?? {};
  return { permissions, open: Object.entries(answers).flatMap(([field, isOpen]) => (isOpen ? [field] : [])) };
};

test('no two permissions have one code, and administrators have all that slices declare', async () => {
  expect(allPermissions.size).toBe(Object.keys(Permission).length);
  expect((await rightsOf('Administrators')).permissions?.toSorted()).toEqual(Object.keys(Permission).toSorted());
});

test.each([
  ['Students', []],
  ['Instructors', []],
  ['Managers', ['viewerCanAdminister', 'viewerCanReadAnyCourse', 'viewerCanManageSubjects']],
] as const)('%s are told which areas are open to them', async (group, open) => {
  expect((await rightsOf(group)).open).toEqual(open);
});

test('every area is open to administrators', async () => {
  expect((await rightsOf('Administrators')).open).toHaveLength(9);
});
