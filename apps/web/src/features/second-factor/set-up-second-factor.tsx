import { signInCodeRule } from '@cursus/rules/account';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { graphql } from '../../gql/gql.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';
import { QrCode } from './qr-code.tsx';

const OfferSecondFactor = graphql(`
  mutation OfferSecondFactor($input: OfferSecondFactorInput!) {
    offerSecondFactor(input: $input) {
      secret
      uri
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const EnableSecondFactor = graphql(`
  mutation EnableSecondFactor($input: EnableSecondFactorInput!) {
    enableSecondFactor(input: $input) {
      recoveryCodes
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const passwordRule = z.object({ password: z.string().min(1) });

interface Offer {
  password: string;
  secret: string;
  uri: string;
}

interface SetUpProps {
  onEnabled: (recoveryCodes: string[]) => void;
  onCancel: () => void;
}

function AskPassword({ onOffer, onCancel }: { onOffer: (offer: Offer) => void; onCancel: () => void }) {
  const { t } = useTranslation('security');
  const [offer] = useSend(OfferSecondFactor);
  const form = useRuleForm({
    rule: passwordRule,
    initialValues: { password: '' },
    send: (input) => offer({ input }),
    onDone: ({ secret, uri }) => {
      if (secret !== null && uri !== null) onOffer({ secret, uri, password: form.getValues().password });
    },
  });
  return (
    <RuleForm form={form} label={t('factor.setUpForm')}>
      <PasswordField label={t('currentPassword')} autoComplete="current-password" autoFocus {...form.getInputProps('password')} />
      <Group>
        <Button type="submit" loading={form.isSending}>
          {t('factor.goOn')}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t('factor.cancel')}
        </Button>
      </Group>
    </RuleForm>
  );
}

/** An app is told the secret, and shows by a code that it has it. */
export function SetUpSecondFactor({ onEnabled, onCancel }: SetUpProps) {
  const { t } = useTranslation('security');
  const [offer, setOffer] = useState<Offer | null>(null);
  const [enable] = useSend(EnableSecondFactor);
  const form = useRuleForm({
    rule: signInCodeRule,
    initialValues: { code: '' },
    send: ({ code }) => enable({ input: { code, password: offer?.password ?? '' } }),
    onDone: ({ recoveryCodes }) => onEnabled(recoveryCodes ?? []),
  });
  if (offer === null) return <AskPassword onOffer={setOffer} onCancel={onCancel} />;
  return (
    <Stack gap="md">
      <Text>{t('factor.scan')}</Text>
      <QrCode text={offer.uri} label={t('factor.qr')} />
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('factor.secret', { secret: offer.secret })}
      </Text>
      <RuleForm form={form} label={t('factor.setUpForm')}>
        <TextInput
          label={t('factor.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          required
          maw={280}
          {...form.getInputProps('code')}
        />
        <Group>
          <Button type="submit" loading={form.isSending}>
            {t('factor.enable')}
          </Button>
          <Button variant="subtle" onClick={onCancel}>
            {t('factor.cancel')}
          </Button>
        </Group>
      </RuleForm>
    </Stack>
  );
}
