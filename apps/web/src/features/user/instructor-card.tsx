import { Avatar, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';

const InstructorCardUser = graphql(`
  fragment InstructorCard_user on User {
    id
    profile {
      displayName
      bio
      avatar {
        id
        url
      }
    }
  }
`);

/** An instructor as anyone may see them. */
export function InstructorCard({ user }: { user: FragmentType<typeof InstructorCardUser> }) {
  const { t } = useTranslation('catalogue');
  const { displayName, bio, avatar } = readFragment(InstructorCardUser, user).profile;
  return (
    <Card component="section" aria-labelledby="instructor">
      <Group align="flex-start" wrap="nowrap" gap="md">
        <Avatar src={avatar?.url ?? null} name={displayName} color="pine" size={60} alt="" />
        <Stack gap={4} miw={0}>
          <Text size="sm" c="dimmed">
            {t('instructor')}
          </Text>
          <Title order={2} size="h3" id="instructor">
            {displayName}
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
