import { Button, Group } from '@mantine/core';
import { Fragment, lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EditConflict, Fields } from '../lib/save-state.ts';
import { RuleForm } from './rule-form.tsx';
import { SaveStateLine } from './save-state-line.tsx';
import { UnsavedGuard } from './unsaved-guard.tsx';
import type { KeptFormState } from './use-kept-form.ts';
import type { ComparedFields } from './version-comparison.tsx';

// Seldom met, and comparing weighs.
const ConflictDialog = lazy(async () => ({ default: (await import('./conflict-dialog.tsx')).ConflictDialog }));
const RestoreDialog = lazy(async () => ({ default: (await import('./restore-dialog.tsx')).RestoreDialog }));

interface KeptFormProps<TValues extends Fields> {
  form: KeptFormState<TValues>;
  /** How versions are compared. */
  fields: ComparedFields<TValues>;
  /** On the button that creates. */
  createLabel: string;
  /** What is told before anything was changed, where it is not of a course. */
  untouched?: string;
  /** Where one goes without creating; none in a dialog. */
  cancelPath?: string;
  children: ReactNode;
}

/** A form whose writing is kept: the fields, then whether they are saved and the way on. */
export function KeptForm<TValues extends Fields>({ form, fields, createLabel, cancelPath, untouched, children }: KeptFormProps<TValues>) {
  const { t } = useTranslation('fields');
  const { autosave, save, left } = form;
  const conflict = save?.status === 'conflict' ? save.conflict : null;
  const [putOff, setPutOff] = useState<EditConflict<TValues> | null>(null);
  return (
    <>
      <UnsavedGuard isUnsaved={form.isUnsaved} flush={form.flush} />
      <RuleForm form={form} onBlur={() => void form.flush()}>
        <Fragment key={form.generation}>{children}</Fragment>
        <Group gap="sm" mt="xs">
          <Button type="submit" size="md" loading={form.isSending}>
            {autosave === null ? createLabel : t('save.done')}
          </Button>
          {autosave === null && cancelPath !== undefined && (
            <Button component={Link} to={cancelPath} size="md" variant="default">
              {t('save.cancel')}
            </Button>
          )}
          {save !== null && (
            <SaveStateLine state={save} untouched={untouched} onRetry={() => void form.flush()} onCompare={() => setPutOff(null)} />
          )}
        </Group>
      </RuleForm>
      {left !== null && (
        <Suspense>
          <RestoreDialog copy={left.copy} present={left.present} fields={fields} onRestore={form.restore} onDiscard={form.discard} />
        </Suspense>
      )}
      {autosave !== null && conflict !== null && conflict !== putOff && (
        <Suspense>
          <ConflictDialog
            conflict={conflict}
            mine={form.values}
            fields={fields}
            onKeepMine={() => void autosave.keepMine(conflict)}
            onTakeTheirs={() => autosave.takeTheirs(conflict)}
            onClose={() => setPutOff(conflict)}
          />
        </Suspense>
      )}
    </>
  );
}
