import type { ComponentType } from 'react';
import { redirect, type RouteObject } from 'react-router';
import type { Area } from '../i18n/languages.ts';
import { accountProfilePath } from '../lib/paths.ts';
import { lazyPage } from './lazy-page.ts';

const accountPage = (path: string, load: () => Promise<ComponentType>, areas: readonly Area[] = []): RouteObject =>
  lazyPage(path, load, ['security', 'account', ...areas]);

/** The ways back into an account, for who is not signed in. */
export const recoveryRoutes: RouteObject[] = [
  accountPage('/forgot-password', async () => (await import('../pages/account/forgot-password-page.tsx')).ForgotPasswordPage),
  accountPage('/forgot-password/sent', async () => (await import('../pages/account/look-at-mail-page.tsx')).LookAtMailPage),
  accountPage('/reset-password', async () => (await import('../pages/account/reset-password-page.tsx')).ResetPasswordPage),
  accountPage('/reset-password/done', async () => (await import('../pages/account/password-saved-page.tsx')).PasswordSavedPage),
  accountPage('/confirm-email', async () => (await import('../pages/account/confirm-email-page.tsx')).ConfirmEmailPage),
];

/** One's own account, section by section. */
export const accountRoutes: RouteObject[] = [
  { path: '/account', loader: () => redirect(accountProfilePath) },
  accountPage('/account/profile', async () => (await import('../pages/account/profile-page.tsx')).ProfilePage, ['profile']),
  accountPage('/account/security', async () => (await import('../pages/account/security-page.tsx')).SecurityPage),
  accountPage('/account/email', async () => (await import('../pages/account/email-page.tsx')).EmailPage),
  accountPage('/account/tokens', async () => (await import('../pages/account/tokens-page.tsx')).TokensPage, ['tokens']),
  accountPage('/account/data', async () => (await import('../pages/account/data-page.tsx')).DataPage, ['mydata']),
];
