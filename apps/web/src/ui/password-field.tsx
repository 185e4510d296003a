import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface PasswordFieldProps extends PasswordInputProps {
  /** What password managers do with it. */
  autoComplete: 'current-password' | 'new-password';
}

/** The one field for a password: it can be looked at. */
export function PasswordField(props: PasswordFieldProps) {
  const { t } = useTranslation('account');
  return <PasswordInput required visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }} {...props} />;
}
