import { moduleRule } from '@cursus/rules/module';
import { Modal, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { ModuleDialog_ModuleFragment } from '../../gql/graphql.ts';
import { saveAnswerOf } from '../../lib/save-answer.ts';
import { KeptForm } from '../../ui/kept-form.tsx';
import { useReadNode } from '../../ui/read-node.ts';
import { useRequest } from '../../ui/send.ts';
import { useMayLeave } from '../../ui/unsaved-guard.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';

const ModuleDialogModule = graphql(`
  fragment ModuleDialog_module on Module {
    id
    title
    description
    revision
  }
`);

const UpdateModuleDocument = graphql(`
  mutation UpdateModule($input: UpdateModuleInput!) {
    updateModule(input: $input) {
      module {
        ...ModuleRow_module
        revision
        ...ModuleDialog_module
      }
      userErrors {
        ...UserError_error
        ...EditConflict_error
      }
    }
  }
`);

const ModuleDialogDocument = graphql(`
  query ModuleDialog($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Module {
        ...ModuleDialog_module
      }
    }
  }
`);

const storedOf = ({ title, description, revision }: ModuleDialog_ModuleFragment) => ({ values: { title, description }, revision });

interface ModuleDialogProps {
  module: FragmentType<typeof ModuleDialogModule>;
  onClose: () => void;
}

/** Renames and describes a module. */
export function ModuleDialog({ module: ref, onClose }: ModuleDialogProps) {
  const { t } = useTranslation(['teaching', 'shell']);
  const module = readFragment(ModuleDialogModule, ref);
  const { id } = module;
  const updateModule = useRequest(UpdateModuleDocument);
  const readNode = useReadNode(ModuleDialogDocument);
  const form = useKeptForm({
    rule: moduleRule,
    name: id,
    blank: { title: '', description: '' },
    stored: storedOf(module),
    files: [],
    create: () => Promise.resolve(null),
    update: async (values, expectedRevision) => {
      const { module: saved, userErrors } = await updateModule({ input: { id, expectedRevision, ...values } });
      return saveAnswerOf(userErrors, saved);
    },
    readAgain: async () => {
      const node = await readNode(id);
      return node?.__typename === 'Module' ? storedOf(readFragment(ModuleDialogModule, node)) : null;
    },
    onDone: onClose,
  });
  const mayLeave = useMayLeave(form);
  const close = async (): Promise<void> => {
    if (await mayLeave()) onClose();
  };
  const fields = { title: { label: t('module.title') }, description: { label: t('module.description') } };
  return (
    <Modal opened onClose={() => void close()} title={t('module.edit')} size="lg" closeButtonProps={{ 'aria-label': t('shell:close') }}>
      <KeptForm form={form} fields={fields} createLabel={t('save')}>
        <TextInput label={t('module.title')} required data-autofocus {...form.getInputProps('title')} />
        <Textarea label={t('module.description')} description={t('module.descriptionHint')} {...form.getInputProps('description')} />
      </KeptForm>
    </Modal>
  );
}
