import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconMailFast } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { useAction } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';

const EmailSectionUser = graphql(`
  fragment EmailSection_user on User {
    id
    email
    newEmail
    isEmailConfirmed
  }
`);

const SendEmailConfirmation = graphql(`
  mutation SendEmailConfirmation {
    sendEmailConfirmation {
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** The account's address, whether it is confirmed, and another one that waits to be. */
export function EmailSection({ user }: { user: FragmentType<typeof EmailSectionUser> }) {
  const { t } = useTranslation('security');
  const { email, newEmail, isEmailConfirmed } = readFragment(EmailSectionUser, user);
  const [send, isSending] = useAction(SendEmailConfirmation);
  const sendAgain = async (): Promise<void> => {
    if ((await send({})) !== null) showDone(t('email.sent'));
  };
  return (
    <Stack gap="md">
      <Group gap="sm">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {email}
        </Text>
        <Badge color={isEmailConfirmed === true ? 'pine' : 'marigold'}>
          {t(isEmailConfirmed === true ? 'email.confirmed' : 'email.unconfirmed')}
        </Badge>
      </Group>
      {(newEmail !== null || isEmailConfirmed !== true) && (
        <Alert icon={<IconMailFast aria-hidden />} color="marigold">
          <Stack gap="sm" align="flex-start">
            {newEmail === null ? t('email.unconfirmedText') : t('email.waiting', { email: newEmail })}
            <Button variant="default" size="sm" loading={isSending} onClick={() => void sendAgain()}>
              {t('email.sendAgain')}
            </Button>
          </Stack>
        </Alert>
      )}
    </Stack>
  );
}
