import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { lazyPage } from './lazy-page.ts';

const adminPage = (path: string, load: () => Promise<ComponentType>): RouteObject =>
  lazyPage(path, load, ['admin', 'records', 'people', 'oversight', 'audit', 'catalogue', 'security', 'tokens', 'importing', 'system']);

/** The administration: each page asks the server who may see it. */
export const adminRoutes: RouteObject[] = [
  adminPage('/admin', async () => (await import('../pages/admin/admin-overview-page.tsx')).AdminOverviewPage),
  adminPage('/admin/users/import', async () => (await import('../pages/admin/import-users-page.tsx')).ImportUsersPage),
  lazyPage('/admin/system', async () => (await import('../pages/admin/system-page.tsx')).SystemPage, ['admin', 'system']),
  adminPage('/admin/:kind', async () => (await import('../pages/admin/record-list-page.tsx')).RecordListPage),
  lazyPage('/admin/users/:id/erase', async () => (await import('../pages/admin/erase-user-page.tsx')).EraseUserPage, ['admin', 'mydata']),
  adminPage('/admin/:kind/:id', async () => (await import('../pages/admin/record-form-page.tsx')).RecordFormPage),
];
