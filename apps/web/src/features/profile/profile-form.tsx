import { bioMaxLength, profileRule } from '@cursus/rules/profile';
import { isTimeZone } from '@cursus/rules/time-zone';
import { Card, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { ProfileForm_UserFragment } from '../../gql/graphql.ts';
import { languageCodes, languages } from '../../i18n/languages.ts';
import { choose } from '../../lib/reader.ts';
import { saveAnswerOf } from '../../lib/save-answer.ts';
import type { Stored } from '../../lib/save-state.ts';
import { forgetLanguage } from '../../lib/translations.ts';
import { KeptForm } from '../../ui/kept-form.tsx';
import { useReadNode } from '../../ui/read-node.ts';
import { useRequest } from '../../ui/send.ts';
import { showFailure } from '../../ui/toast.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import { AvatarField } from './avatar-field.tsx';
import { TimeZoneField } from './time-zone-field.tsx';

const ProfileFormUser = graphql(`
  fragment ProfileForm_user on User {
    id
    profile {
      firstName
      lastName
      phone
      bio
      language
      timeZone
      revision
      avatar {
        id
      }
      ...PersonAvatar_profile
    }
  }
`);

const UpdateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      viewer {
        id
        profile {
          revision
        }
        ...ProfileForm_user
      }
      userErrors {
        ...UserError_error
        ...EditConflict_error
      }
    }
  }
`);

const ProfileFormDocument = graphql(`
  query ProfileForm($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on User {
        ...ProfileForm_user
      }
    }
  }
`);

/** The server's rule; empty is no choice. */
const profileFormRule = profileRule.extend({
  language: z.string(),
  timeZone: z.string().refine((zone) => zone === '' || isTimeZone(zone)),
  avatarId: z.string(),
});

type ProfileValues = z.infer<typeof profileFormRule>;

const orNull = (value: string): string | null => (value === '' ? null : value);

const inputOf = ({ language, timeZone, avatarId, ...values }: ProfileValues) => ({
  ...values,
  language: orNull(language),
  timeZone: orNull(timeZone),
  avatarId: orNull(avatarId),
});

const storedOf = ({ profile }: ProfileForm_UserFragment): Stored<ProfileValues> => ({
  revision: profile.revision ?? 1,
  values: {
    firstName: profile.firstName,
    lastName: profile.lastName,
    phone: profile.phone ?? '',
    bio: profile.bio,
    language: profile.language ?? '',
    timeZone: profile.timeZone ?? '',
    avatarId: profile.avatar?.id ?? '',
  },
});

interface ProfileFormProps {
  user: FragmentType<typeof ProfileFormUser>;
  onDone: () => void;
}

/** Who one is, saved as one writes. Another language speaks at once. */
export function ProfileForm({ user: ref, onDone }: ProfileFormProps) {
  const { t, i18n } = useTranslation('profile');
  const user = readFragment(ProfileFormUser, ref);
  const update = useRequest(UpdateProfile);
  const readNode = useReadNode(ProfileFormDocument);
  const form = useKeptForm<ProfileValues>({
    rule: profileFormRule,
    name: `${user.id}.Profile`,
    blank: storedOf(user).values,
    stored: storedOf(user),
    files: ['avatarId'],
    create: async () => null,
    update: async (values, expectedRevision) => {
      const { viewer, userErrors } = await update({ input: { expectedRevision, ...inputOf(values) } });
      if (viewer !== null) await choose({ language: orNull(values.language), timeZone: orNull(values.timeZone) });
      return saveAnswerOf(userErrors, viewer && { revision: viewer.profile.revision ?? expectedRevision + 1 });
    },
    readAgain: async () => {
      const node = await readNode(user.id);
      return node?.__typename === 'User' ? storedOf(readFragment(ProfileFormUser, node)) : null;
    },
    onDone,
  });

  const languageChoices = useMemo(
    () => [{ value: '', label: t('language.browser') }, ...languageCodes.map((code) => ({ value: code, label: languages[code].name }))],
    [t],
  );
  const nameOfLanguage = (code: unknown): string => languageChoices.find(({ value }) => value === code)?.label ?? String(code);
  const setLanguage = (code: string): void => {
    form.setFieldValue('language', code);
    void form.flush();
    if (code === '') forgetLanguage().catch(showFailure);
  };

  const left = Math.max(0, bioMaxLength - form.values.bio.length);

  const fields = {
    firstName: { label: t('firstName') },
    lastName: { label: t('lastName') },
    phone: { label: t('phone') },
    bio: { label: t('bio') },
    language: { label: t('language.label'), show: nameOfLanguage },
    timeZone: { label: t('zone.label'), show: (zone: unknown) => (zone === '' ? t('zone.device') : String(zone)) },
    avatarId: { label: t('picture.label') },
  };

  return (
    <Card p={{ base: 'md', sm: 'xl' }} style={{ overflow: 'visible' }}>
      <KeptForm form={form} fields={fields} createLabel={t('save')} untouched={t('untouched')}>
        <Stack gap="lg">
          <AvatarField
            profile={user.profile}
            hasPicture={form.values.avatarId !== ''}
            error={form.errors['avatarId']}
            onChange={(fileId) => {
              form.setFieldValue('avatarId', fileId ?? '');
              void form.flush();
            }}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
            <TextInput label={t('firstName')} autoComplete="given-name" required {...form.getInputProps('firstName')} />
            <TextInput label={t('lastName')} autoComplete="family-name" required {...form.getInputProps('lastName')} />
          </SimpleGrid>
          <Textarea
            label={t('bio')}
            description={t('bioHint', { count: left, left: new Intl.NumberFormat(i18n.language).format(left) })}
            autosize
            minRows={4}
            maxRows={14}
            {...form.getInputProps('bio')}
          />
          <TextInput
            label={t('phone')}
            description={t('phoneHint')}
            type="tel"
            autoComplete="tel"
            maw={420}
            {...form.getInputProps('phone')}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
            <Select
              label={t('language.label')}
              description={t('language.hint')}
              data={languageChoices}
              allowDeselect={false}
              {...form.getInputProps('language')}
              onChange={(code: string | null) => setLanguage(code ?? '')}
            />
            <TimeZoneField {...form.getInputProps('timeZone')} />
          </SimpleGrid>
        </Stack>
      </KeptForm>
    </Card>
  );
}
