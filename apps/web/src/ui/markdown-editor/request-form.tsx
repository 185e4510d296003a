import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface RequestFormProps {
  submitLabel: string;
  isReady?: boolean;
  onSubmit: () => void;
  onRemove?: (() => void) | undefined;
  onClose: () => void;
  children: ReactNode;
}

/** A form of its own: sending it sends nothing of the page's form around the editor. */
export function RequestForm({ submitLabel, isReady = true, onSubmit, onRemove, onClose, children }: RequestFormProps) {
  const { t } = useTranslation('fields');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (isReady) onSubmit();
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {children}
        <Group gap="sm">
          <Button type="submit" disabled={!isReady}>
            {submitLabel}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('editor.cancel')}
          </Button>
          {onRemove && (
            <Button variant="subtle" color="red" ml="auto" onClick={onRemove}>
              {t('editor.remove')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
