import { Kbd, Modal, Stack, Switch, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { setShortcuts, useShortcutsAreOn } from '../../lib/shortcuts.ts';

const keys = ['n', 'p', 'space', 'm', 'help'] as const;

interface ShortcutsDialogProps {
  isOpen: boolean;
  onClose: () => void;
}

/** Which keys do what in the player, and the switch that turns them off. */
export function ShortcutsDialog({ isOpen, onClose }: ShortcutsDialogProps) {
  const { t } = useTranslation('learning');
  const areOn = useShortcutsAreOn();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('keys.close') }}>
      <Stack gap="lg">
        <Table aria-label={t('keys.title')}>
          <Table.Tbody>
            {keys.map((key) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" w="6rem">
                  <Kbd size="md">{t(`keys.names.${key}`)}</Kbd>
                </Table.Th>
                <Table.Td>{t(`keys.actions.${key}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch label={t('keys.on')} checked={areOn} onChange={({ currentTarget }) => setShortcuts(currentTarget.checked)} />
        <Text size="sm" c="dimmed">
          {t('keys.hint')}
        </Text>
      </Stack>
    </Modal>
  );
}
