import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { personPath } from '../../lib/paths.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';

const InstructorCardUser = graphql(`
  fragment InstructorCard_user on User {
    id
    profile {
      displayName
      bio
      ...PersonAvatar_profile
    }
  }
`);

/** An instructor as anyone may see them. */
export function InstructorCard({ user }: { user: FragmentType<typeof InstructorCardUser> }) {
  const { t } = useTranslation('catalogue');
  const { id, profile } = readFragment(InstructorCardUser, user);
  const { displayName, bio } = profile;
  return (
    <Card component="section" aria-labelledby="instructor">
      <Group align="flex-start" gap="md">
        <PersonAvatar profile={profile} size={60} />
        <Stack gap={4} miw={0} flex="1 1 9rem">
          <Text size="sm" c="dimmed">
            {t('instructor')}
          </Text>
          <Title order={2} size="h3" id="instructor">
            <Anchor component={Link} to={personPath(id)} inherit>
              {displayName}
            </Anchor>
          </Title>
          {bio !== '' && (
            <Text mt={4} style={{ whiteSpace: 'pre-line' }}>
              {bio}
            </Text>
          )}
        </Stack>
      </Group>
    </Card>
  );
}
