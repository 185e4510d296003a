import { useTranslation } from 'react-i18next';
import { ImportUsersForm } from '../../features/user/import-users-form.tsx';
import { adminListPath } from '../../lib/admin-paths.ts';
import { RecordPage } from '../../ui/admin/record-page.tsx';
import { AdminFrame } from './admin-frame.tsx';

/** Accounts from a table, for who manages accounts. */
export function ImportUsersPage() {
  const { t } = useTranslation(['importing', 'people']);
  return (
    <AdminFrame isFor={({ viewerCanManageUsers }) => viewerCanManageUsers}>
      {() => (
        <RecordPage title={t('title')} list={{ path: adminListPath('users'), label: t('people:users.title') }}>
          <ImportUsersForm />
        </RecordPage>
      )}
    </AdminFrame>
  );
}
