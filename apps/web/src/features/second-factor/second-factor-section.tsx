import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { useSend } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';
import { BothFactorsForm } from './both-factors-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpSecondFactor } from './set-up-second-factor.tsx';

const SecondFactorSectionUser = graphql(`
  fragment SecondFactorSection_user on User {
    id
    secondFactor {
      recoveryCodes
    }
  }
`);

const CreateRecoveryCodes = graphql(`
  mutation CreateRecoveryCodes($input: BothFactorsInput!) {
    createRecoveryCodes(input: $input) {
      recoveryCodes
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const DisableSecondFactor = graphql(`
  mutation DisableSecondFactor($input: BothFactorsInput!) {
    disableSecondFactor(input: $input) {
      viewer {
        id
        secondFactor {
          recoveryCodes
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

type Step = { name: 'look' | 'set-up' | 'renew' | 'disable' } | { name: 'codes'; codes: string[] };

interface SecondFactorSectionProps {
  user: FragmentType<typeof SecondFactorSectionUser>;
  /** It is on, or off, or has other codes. */
  onChanged: () => void;
}

/** The second step of signing in: whether there is one, and what can be done about it. */
export function SecondFactorSection({ user, onChanged }: SecondFactorSectionProps) {
  const { t } = useTranslation('security');
  const { secondFactor } = readFragment(SecondFactorSectionUser, user);
  const [step, setStep] = useState<Step>({ name: 'look' });
  const [renew] = useSend(CreateRecoveryCodes);
  const [disable] = useSend(DisableSecondFactor);
  const look = (): void => setStep({ name: 'look' });
  const show = (codes: string[]): void => {
    setStep({ name: 'codes', codes });
    onChanged();
  };

  if (step.name === 'codes') return <RecoveryCodes codes={step.codes} onKept={look} />;
  if (step.name === 'set-up') return <SetUpSecondFactor onEnabled={show} onCancel={look} />;
  if (step.name === 'renew')
    return (
      <BothFactorsForm
        label={t('factor.newCodesForm')}
        submitLabel={t('factor.newCodes')}
        send={(input) => renew({ input })}
        onDone={({ recoveryCodes }) => show(recoveryCodes ?? [])}
        onCancel={look}
      />
    );
  if (step.name === 'disable')
    return (
      <BothFactorsForm
        label={t('factor.disableForm')}
        submitLabel={t('factor.disable')}
        isDangerous
        send={(input) => disable({ input })}
        onDone={() => {
          look();
          showDone(t('factor.disabled'));
          onChanged();
        }}
        onCancel={look}
      />
    );
  return (
    <Stack gap="md">
      <Text>{secondFactor === null ? t('factor.offText') : t('factor.onText', { count: secondFactor.recoveryCodes })}</Text>
      <Group>
        {secondFactor === null ? (
          <Button onClick={() => setStep({ name: 'set-up' })}>{t('factor.setUp')}</Button>
        ) : (
          <>
            <Button variant="default" onClick={() => setStep({ name: 'renew' })}>
              {t('factor.newCodes')}
            </Button>
            <Button variant="subtle" color="red" onClick={() => setStep({ name: 'disable' })}>
              {t('factor.disable')}
            </Button>
          </>
        )}
      </Group>
    </Stack>
  );
}
