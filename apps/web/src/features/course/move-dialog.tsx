import { Button, Group, Modal, NativeSelect, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isModule, type OrderedModule, type OutlineMove, rankOf } from './outline-order.ts';

interface MoveDialogProps {
  id: string;
  modules: readonly OrderedModule[];
  titleOf: (id: string) => string;
  onMove: (move: OutlineMove) => void;
  onClose: () => void;
}

const first = '';

/** Moving without dragging: into which module, and behind what. */
export function MoveDialog({ id, modules, titleOf, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation(['teaching', 'shell']);
  const isOfModule = isModule(modules, id);
  const [moduleId, setModuleId] = useState(() => rankOf(modules, id).moduleId ?? '');
  const siblings: readonly { id: string }[] = isOfModule ? modules : (modules.find((module) => module.id === moduleId)?.contents ?? []);
  const others = siblings.filter((sibling) => sibling.id !== id);
  const here = siblings.findIndex((sibling) => sibling.id === id);
  // Where it is now; last in another module.
  const proposed = (here === -1 ? others.at(-1) : siblings[here - 1])?.id ?? first;
  const [chosen, setChosen] = useState<{ moduleId: string; afterId: string } | null>(null);
  const afterId = chosen?.moduleId === moduleId ? chosen.afterId : proposed;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const behind = afterId === first ? null : afterId;
    onMove(isOfModule ? { kind: 'module', id, afterId: behind } : { kind: 'content', id, moduleId, afterId: behind });
  };

  return (
    <Modal opened onClose={onClose} title={t('move.title', { title: titleOf(id) })} closeButtonProps={{ 'aria-label': t('shell:close') }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {!isOfModule && (
            <NativeSelect
              size="md"
              data-autofocus
              label={t('move.toModule')}
              value={moduleId}
              onChange={({ currentTarget }) => setModuleId(currentTarget.value)}
              data={modules.map((module, index) => ({
                value: module.id,
                label: t('module.numbered', { number: index + 1, title: titleOf(module.id) }),
              }))}
            />
          )}
          <NativeSelect
            size="md"
            data-autofocus={isOfModule || undefined}
            label={t('move.toPlace')}
            value={afterId}
            onChange={({ currentTarget }) => setChosen({ moduleId, afterId: currentTarget.value })}
            data={[
              { value: first, label: t('move.first') },
              ...others.map((sibling) => ({ value: sibling.id, label: t('move.after', { title: titleOf(sibling.id) }) })),
            ]}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit">{t('move.confirm')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
