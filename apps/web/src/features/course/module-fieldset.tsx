import { Alert, Button, Text, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RuleFormState } from '../../ui/rule-form.tsx';
import classes from './all-modules-form.module.css';
import { type AllModules, blankPlace, fieldsOf, type ModuleFields, type StoredModule } from './all-modules.ts';

interface ModuleFieldsetProps {
  form: RuleFormState<AllModules>;
  at: number;
  module: ModuleFields;
  /** What a colleague has made of it meanwhile. */
  meanwhile: StoredModule | 'deleted' | undefined;
  language: string;
  /** What it shall be instead. */
  onSettle: (fields: ModuleFields) => void;
}

/** One module on the form of all: its title and description, or that it will be deleted, which can be taken back. */
export function ModuleFieldset({ form, at, module, meanwhile, language, onSettle }: ModuleFieldsetProps) {
  const { t } = useTranslation('arranging');
  const { t: say } = useTranslation('teaching');
  const number = at + 1;
  const focusOn = (what: string): void => {
    requestAnimationFrame(() => form.element.current?.querySelector<HTMLElement>(`[data-module="${at}"] ${what}`)?.focus());
  };

  const remove = (): void => {
    form.clearErrors();
    if (module.id === null) {
      form.removeListItem('modules', at);
      requestAnimationFrame(() => form.element.current?.querySelector<HTMLElement>(`[data-module="${at - 1}"] button`)?.focus());
    } else {
      form.setFieldValue(`modules.${at}.isDeleted`, true);
      focusOn('button');
    }
  };

  if (module.isDeleted) {
    return (
      <li className={classes.module} data-module={at} data-deleted>
        <Text c="dimmed" className={classes.gone}>
          {t('all.deleted', { title: module.title })}
        </Text>
        <Button
          size="sm"
          variant="default"
          aria-label={t('all.keepNamed', { title: module.title })}
          onClick={() => {
            form.setFieldValue(`modules.${at}.isDeleted`, false);
            focusOn('input');
          }}
        >
          {t('all.keep')}
        </Button>
      </li>
    );
  }

  return (
    <li className={classes.module} data-module={at}>
      <div className={classes.head}>
        <Text size="sm" fw={600} c="dimmed">
          {module.id === null ? t('all.new') : t('all.number', { number })}
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={16} stroke={1.7} aria-hidden />}
          aria-label={t('all.deleteNamed', { number })}
          onClick={remove}
        >
          {t('all.delete')}
        </Button>
      </div>
      <TextInput
        name={`modules.${at}.title`}
        label={say('module.title')}
        aria-label={t('all.name', { number })}
        lang={language}
        autoComplete="off"
        {...form.getInputProps(`modules.${at}.title`)}
      />
      <Textarea
        label={say('module.description')}
        aria-label={t('all.description', { number })}
        lang={language}
        minRows={1}
        maxRows={8}
        {...form.getInputProps(`modules.${at}.description`)}
      />
      {meanwhile === 'deleted' && (
        <MeanwhileNote label={t('all.addAgain')} onChoose={() => onSettle({ ...module, ...blankPlace() })}>
          {t('all.gone')}
        </MeanwhileNote>
      )}
      {meanwhile !== undefined && meanwhile !== 'deleted' && (
        <MeanwhileNote label={t('all.takeTheirs')} onChoose={() => onSettle(fieldsOf(meanwhile))}>
          {t('all.theirs', { title: meanwhile.title })}
        </MeanwhileNote>
      )}
    </li>
  );
}

function MeanwhileNote({ label, onChoose, children }: { label: string; onChoose: () => void; children: string }) {
  return (
    <Alert color="marigold" role="note">
      <Text size="sm" mb="xs">
        {children}
      </Text>
      <Button size="compact-sm" variant="default" onClick={onChoose}>
        {label}
      </Button>
    </Alert>
  );
}
