import { courseRule } from '@cursus/rules/course';
import { slugFromTitle } from '@cursus/rules/slug';
import { Card, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { CourseForm_CourseFragment } from '../../gql/graphql.ts';
import { languageChoices } from '../../lib/course-languages.ts';
import { languageName } from '../../lib/language-name.ts';
import { saveAnswerOf } from '../../lib/save-answer.ts';
import type { Stored } from '../../lib/save-state.ts';
import { MarkdownField } from '../../ui/markdown-field.tsx';
import { KeptForm } from '../../ui/kept-form.tsx';
import { useReadNode } from '../../ui/read-node.ts';
import { useRequest, useSend } from '../../ui/send.ts';
import { UploadField } from '../../ui/upload-field.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import { OutcomesField } from './outcomes-field.tsx';

const CourseFormCourse = graphql(`
  fragment CourseForm_course on Course {
    id
    title
    slug
    overview
    outcomes
    language
    revision
    subject {
      id
      title
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
        revision
        ...CourseForm_course
        ...CourseActions_course
      }
      userErrors {
        ...UserError_error
        ...EditConflict_error
      }
    }
  }
`);

const CourseFormDocument = graphql(`
  query CourseForm($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Course {
        ...CourseForm_course
      }
    }
  }
`);

/** The server's rule, and the references beside it: empty means none. */
const courseFormRule = courseRule.extend({ subjectId: z.string().min(1), imageId: z.string() });

type CourseValues = z.infer<typeof courseFormRule>;

const inputOf = ({ imageId, ...values }: CourseValues) => ({ ...values, imageId: imageId === '' ? null : imageId });

const storedOf = (course: CourseForm_CourseFragment): Stored<CourseValues> => ({
  revision: course.revision,
  values: {
    title: course.title,
    slug: course.slug,
    subjectId: course.subject.id,
    language: course.language,
    overview: course.overview,
    outcomes: [...course.outcomes],
    imageId: course.image?.id ?? '',
  },
});

interface CourseFormProps {
  /** Null: a new one. */
  course: FragmentType<typeof CourseFormCourse> | null;
  subjects: readonly FragmentType<typeof CourseFormSubject>[];
  /** Stands beside the choice of subject, and may choose one. */
  subjectAction?: (choose: (subjectId: string) => void) => ReactNode;
  cancelPath: string;
  /** Created, or all of it saved and the button pressed. */
  onSaved: (course: { title: string; slug: string }) => void | Promise<void>;
}

export function CourseForm({ course: ref, subjects: subjectRefs, subjectAction, cancelPath, onSaved }: CourseFormProps) {
  const { t, i18n } = useTranslation('teaching');
  const course = readFragment(CourseFormCourse, ref);
  const subjects = readFragment(CourseFormSubject, subjectRefs);
  const firstLanguage = course?.language ?? i18n.language;
  const [createCourse] = useSend(CreateCourseDocument);
  const updateCourse = useRequest(UpdateCourseDocument);
  const readNode = useReadNode(CourseFormDocument);
  const id = course?.id ?? '';
  const form = useKeptForm<CourseValues>({
    rule: courseFormRule,
    name: course?.id ?? 'new.Course',
    blank: { title: '', slug: '', subjectId: '', language: i18n.language, overview: '', outcomes: [], imageId: '' },
    stored: course && storedOf(course),
    files: ['imageId'],
    create: (values, idempotencyKey) => createCourse({ input: { ...inputOf(values), idempotencyKey } }),
    update: async (values, expectedRevision) => {
      const { course: saved, userErrors } = await updateCourse({ input: { id, expectedRevision, ...inputOf(values) } });
      return saveAnswerOf(userErrors, saved);
    },
    readAgain: async () => {
      const node = await readNode(id);
      return node?.__typename === 'Course' ? storedOf(readFragment(CourseFormCourse, node)) : null;
    },
    onDone: onSaved,
  });

  const languages = useMemo(() => languageChoices(i18n.language, firstLanguage), [i18n.language, firstLanguage]);

  const fields = {
    title: { label: t('form.title') },
    slug: { label: t('form.slug') },
    subjectId: { label: t('form.subject'), show: (chosen: unknown) => subjects.find(({ id: each }) => each === chosen)?.title ?? '' },
    language: { label: t('form.language'), show: (code: unknown) => languageName(String(code), i18n.language) },
    overview: { label: t('form.overview') },
    outcomes: { label: t('form.outcomes'), show: (outcomes: unknown) => (Array.isArray(outcomes) ? outcomes.join('\n') : '') },
    imageId: { label: t('form.image') },
  };

  // A new course's address follows its title until somebody writes one by hand.
  const setTitle = (title: string): void => {
    const isFollowing = course === null && form.values.slug === slugFromTitle(form.values.title);
    form.setFieldValue('title', title);
    if (isFollowing) form.setFieldValue('slug', slugFromTitle(title));
  };

  return (
    <Card p={{ base: 'md', sm: 'xl' }} style={{ overflow: 'visible' }}>
      <KeptForm form={form} fields={fields} createLabel={t('form.create')} cancelPath={cancelPath}>
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
            description={t(course === null ? 'form.slugProposed' : 'form.slugKept')}
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
            name="imageId"
            use="IMAGE"
            initialFile={course?.image ?? null}
            error={form.errors['imageId']}
            onChange={(file) => form.setFieldValue('imageId', file?.id ?? '')}
          />
        </Stack>
      </KeptForm>
    </Card>
  );
}
