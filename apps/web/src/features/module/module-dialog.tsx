import { moduleRule } from '@cursus/rules/module';
import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';

const ModuleDialogModule = graphql(`
  fragment ModuleDialog_module on Module {
    id
    title
    description
  }
`);

const UpdateModuleDocument = graphql(`
  mutation UpdateModule($input: UpdateModuleInput!) {
    updateModule(input: $input) {
      module {
        ...ModuleRow_module
        ...ModuleDialog_module
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface ModuleDialogProps {
  module: FragmentType<typeof ModuleDialogModule>;
  onClose: () => void;
}

/** Renames and describes a module. */
export function ModuleDialog({ module: ref, onClose }: ModuleDialogProps) {
  const { t } = useTranslation(['teaching', 'shell']);
  const { id, title, description } = readFragment(ModuleDialogModule, ref);
  const [updateModule] = useSend(UpdateModuleDocument);
  const form = useRuleForm({
    rule: moduleRule,
    initialValues: { title, description },
    send: (values) => updateModule({ input: { id, ...values } }),
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('module.edit')} size="lg" closeButtonProps={{ 'aria-label': t('shell:close') }}>
      <RuleForm form={form}>
        <TextInput label={t('module.title')} required data-autofocus {...form.getInputProps('title')} />
        <Textarea label={t('module.description')} description={t('module.descriptionHint')} {...form.getInputProps('description')} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={form.isSending}>
            {t('save')}
          </Button>
        </Group>
      </RuleForm>
    </Modal>
  );
}
