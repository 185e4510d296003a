import { courseRule } from '@cursus/rules/course';
import { slugFromTitle } from '@cursus/rules/slug';
import { Button, Card, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { languageChoices } from '../../lib/course-languages.ts';
import { MarkdownField } from '../../ui/markdown-field.tsx';
import { UnsavedGuard } from '../../ui/unsaved-guard.tsx';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';
import { OutcomesField } from './outcomes-field.tsx';
import { UploadField } from '../../ui/upload-field.tsx';

const CourseFormCourse = graphql(`
  fragment CourseForm_course on Course {
    id
    title
    slug
    overview
    outcomes
    language
    subject {
      id
    }
    image {
      id
      name
      mediaType
      size
      url
    }
  }
`);

const CourseFormSubject = graphql(`
  fragment CourseForm_subject on Subject {
    id
    title
  }
`);

const CreateCourseDocument = graphql(`
  mutation CreateCourse($input: CreateCourseInput!) {
    createCourse(input: $input) {
      course {
        title
        ...CourseForm_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const UpdateCourseDocument = graphql(`
  mutation UpdateCourse($input: UpdateCourseInput!) {
    updateCourse(input: $input) {
      course {
        title
        ...CourseForm_course
        ...CourseActions_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** The server's rule, and the references beside it: empty means none. */
const courseFormRule = courseRule.extend({ subjectId: z.string().min(1), imageId: z.string() });

interface CourseFormProps {
  /** Null: a new one. */
  course: FragmentType<typeof CourseFormCourse> | null;
  subjects: readonly FragmentType<typeof CourseFormSubject>[];
  /** Stands beside the choice of subject, and may choose one. */
  subjectAction?: (choose: (subjectId: string) => void) => ReactNode;
  cancelPath: string;
  onSaved: (course: { title: string; slug: string }) => void | Promise<void>;
}

export function CourseForm({ course: ref, subjects: subjectRefs, subjectAction, cancelPath, onSaved }: CourseFormProps) {
  const { t, i18n } = useTranslation('teaching');
  const course = readFragment(CourseFormCourse, ref);
  const subjects = readFragment(CourseFormSubject, subjectRefs);
  const firstLanguage = course?.language ?? i18n.language;
  const [createCourse] = useSend(CreateCourseDocument);
  const [updateCourse] = useSend(UpdateCourseDocument);
  const form = useRuleForm({
    rule: courseFormRule,
    initialValues: {
      title: course?.title ?? '',
      slug: course?.slug ?? '',
      subjectId: course?.subject.id ?? '',
      language: firstLanguage,
      overview: course?.overview ?? '',
      outcomes: [...(course?.outcomes ?? [])],
      imageId: course?.image?.id ?? '',
    },
    send: ({ imageId, ...values }) => {
      const input = { ...values, imageId: imageId === '' ? null : imageId };
      return course === null ? createCourse({ input }) : updateCourse({ input: { id: course.id, ...input } });
    },
    onDone: async (payload) => {
      const saved = payload.course && readFragment(CourseFormCourse, payload.course);
      if (saved !== null) await onSaved(saved);
    },
  });

  const languages = useMemo(() => languageChoices(i18n.language, firstLanguage), [i18n.language, firstLanguage]);

  // A new course's address follows its title until somebody writes one by hand.
  const setTitle = (title: string): void => {
    const isFollowing = course === null && form.values.slug === slugFromTitle(form.values.title);
    form.setFieldValue('title', title);
    if (isFollowing) form.setFieldValue('slug', slugFromTitle(title));
  };

  return (
    <RuleForm form={form}>
      <UnsavedGuard isDirty={() => form.isDirty()} />
      <Card p={{ base: 'md', sm: 'xl' }}>
        <Stack gap="lg">
          <TextInput
            label={t('form.title')}
            placeholder={course === null ? t('form.titleExample') : undefined}
            required
            {...form.getInputProps('title')}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
          <TextInput
            label={t('form.slug')}
            description={t('form.slugHint')}
            leftSection={'/courses/'}
            leftSectionWidth={88}
            autoCapitalize="none"
            spellCheck={false}
            required
            {...form.getInputProps('slug')}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
            <Stack gap="xs">
              <Select
                label={t('form.subject')}
                placeholder={t('form.subjectChoose')}
                data={subjects.map(({ id, title }) => ({ value: id, label: title }))}
                searchable
                nothingFoundMessage={t('form.subjectNone')}
                allowDeselect={false}
                required
                {...form.getInputProps('subjectId')}
                value={form.values.subjectId === '' ? null : form.values.subjectId}
              />
              {subjectAction?.((subjectId) => form.setFieldValue('subjectId', subjectId))}
            </Stack>
            <Select
              label={t('form.language')}
              data={languages}
              searchable
              allowDeselect={false}
              required
              {...form.getInputProps('language')}
            />
          </SimpleGrid>
          <MarkdownField
            label={t('form.overview')}
            hint={t('form.overviewHint')}
            minRows={10}
            {...form.getInputProps('overview')}
            value={form.values.overview}
          />
          <OutcomesField
            initialValue={form.values.outcomes}
            onChange={(outcomes) => form.setFieldValue('outcomes', outcomes)}
            errorOf={(number) => form.errors[`outcomes.${number}`]}
          />
          <UploadField
            label={t('form.image')}
            hint={t('form.imageHint')}
            use="IMAGE"
            initialFile={course?.image ?? null}
            error={form.errors['imageId']}
            onChange={(file) => form.setFieldValue('imageId', file?.id ?? '')}
          />
          <Group gap="sm">
            <Button type="submit" size="md" loading={form.isSending}>
              {t(course === null ? 'form.create' : 'save')}
            </Button>
            <Button component={Link} to={cancelPath} size="md" variant="default">
              {t('cancel')}
            </Button>
          </Group>
        </Stack>
      </Card>
    </RuleForm>
  );
}
