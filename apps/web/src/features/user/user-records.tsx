import { Anchor, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { adminListPath, listOfPersonPath } from '../../lib/admin-paths.ts';

const UserRecordsViewer = graphql(`
  fragment UserRecords_viewer on User {
    id
    viewerCanManageEnrolments
    viewerCanManageFiles
    viewerCanReadAuditLog
  }
`);

interface UserRecordsProps {
  userId: string;
  viewer: FragmentType<typeof UserRecordsViewer> | null;
}

/** The ways to what a person has in other lists, as far as the viewer sees these. */
export function UserRecords({ userId, viewer: viewerRef }: UserRecordsProps) {
  const { t } = useTranslation('people');
  const viewer = readFragment(UserRecordsViewer, viewerRef);
  const lists = [
    { key: 'sessions', path: listOfPersonPath('sessions', userId), isOpen: true },
    { key: 'tokens', path: listOfPersonPath('tokens', userId), isOpen: true },
    { key: 'enrolments', path: listOfPersonPath('enrolments', userId), isOpen: viewer?.viewerCanManageEnrolments },
    { key: 'files', path: listOfPersonPath('files', userId), isOpen: viewer?.viewerCanManageFiles },
    {
      key: 'changes',
      path: `${adminListPath('auditEntries')}?actor=${encodeURIComponent(userId)}`,
      isOpen: viewer?.viewerCanReadAuditLog,
    },
  ] as const;
  return (
    <Group gap="lg">
      {lists.map(
        ({ key, path, isOpen }) =>
          isOpen === true && (
            <Anchor key={key} component={Link} to={path}>
              {t(`users.theirs.${key}`)}
            </Anchor>
          ),
      )}
    </Group>
  );
}
