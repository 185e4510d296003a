import { slugFromTitle } from '@cursus/rules/slug';
import { subjectRule } from '@cursus/rules/subject';
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';

const CreateSubjectDocument = graphql(`
  mutation CreateSubject($input: CreateSubjectInput!) {
    createSubject(input: $input) {
      subject {
        id
        title
        slug
        courseCount
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface NewSubjectButtonProps {
  onCreated: (subjectId: string) => void | Promise<void>;
}

/** Makes a subject where one is missing, without leaving the form. */
export function NewSubjectButton({ onCreated }: NewSubjectButtonProps) {
  const { t } = useTranslation('teaching');
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={dialog.open}
        style={{ alignSelf: 'start' }}
      >
        {t('subject.new')}
      </Button>
      {isOpen && <NewSubjectDialog onClose={dialog.close} onCreated={onCreated} />}
    </>
  );
}

function NewSubjectDialog({ onClose, onCreated }: NewSubjectButtonProps & { onClose: () => void }) {
  const { t } = useTranslation(['teaching', 'shell']);
  const [createSubject] = useSend(CreateSubjectDocument);
  const form = useRuleForm({
    rule: subjectRule,
    initialValues: { title: '', slug: '' },
    send: (values) => createSubject({ input: values }),
    onDone: async ({ subject }) => {
      if (subject === null) return;
      await onCreated(subject.id);
      showDone(t('subject.done', { title: subject.title }));
      onClose();
    },
  });
  const setTitle = (title: string): void => {
    const isFollowing = form.values.slug === slugFromTitle(form.values.title);
    form.setFieldValue('title', title);
    if (isFollowing) form.setFieldValue('slug', slugFromTitle(title));
  };
  return (
    <Modal opened onClose={onClose} title={t('subject.new')} closeButtonProps={{ 'aria-label': t('shell:close') }}>
      <RuleForm form={form}>
        <TextInput
          label={t('subject.title')}
          required
          data-autofocus
          {...form.getInputProps('title')}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <TextInput
          label={t('form.slug')}
          leftSection={'/subjects/'}
          leftSectionWidth={92}
          autoCapitalize="none"
          spellCheck={false}
          required
          {...form.getInputProps('slug')}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={form.isSending}>
            {t('subject.create')}
          </Button>
        </Group>
      </RuleForm>
    </Modal>
  );
}
