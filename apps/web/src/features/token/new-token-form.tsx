import { tokenRule } from '@cursus/rules/token';
import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { graphql } from '../../gql/gql.ts';
import type { Scope } from '../../gql/graphql.ts';
import { formatDay } from '../../lib/dates.ts';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';
import { ScopeChoice } from './scope-choice.tsx';

const CreateToken = graphql(`
  mutation CreateToken($input: CreateTokenInput!) {
    createToken(input: $input) {
      secret
      token {
        id
        name
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** In days; the longest is what the API allows. */
const lifetimes = ['7', '30', '90', '365'] as const;
const ownDay = 'own';

/** A day as a date field writes it, in the reader's own time zone. */
function dayIn(days: number): string {
  const moment = new Date();
  moment.setDate(moment.getDate() + days);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

const rule = z.object({
  name: tokenRule.shape.name,
  scopes: z.array(z.custom<Scope>()).min(1),
  // A token is good until its last day is over.
  expiresAt: z
    .string()
    .min(1)
    .transform((day) => new Date(`${day}T23:59:59`))
    .pipe(tokenRule.shape.expiresAt),
});

interface NewTokenFormProps {
  onMade: (made: { name: string; secret: string }) => void;
  onCancel: () => void;
}

export function NewTokenForm({ onMade, onCancel }: NewTokenFormProps) {
  const { t, i18n } = useTranslation('tokens');
  const [create] = useSend(CreateToken);
  const [lifetime, setLifetime] = useState<string>('30');
  const form = useRuleForm({
    rule,
    initialValues: { name: '', scopes: [] as Scope[], expiresAt: dayIn(30) },
    send: ({ expiresAt, ...input }) => create({ input: { ...input, expiresAt: expiresAt.toISOString() } }),
    onDone: ({ secret, token }) => {
      if (secret !== null && token !== null) onMade({ name: token.name, secret });
    },
  });
  const day = form.values.expiresAt;
  const chooseLifetime = (chosen: string | null): void => {
    setLifetime(chosen ?? lifetime);
    if (chosen !== null && chosen !== ownDay) form.setFieldValue('expiresAt', dayIn(Number(chosen)));
  };
  return (
    <RuleForm form={form} label={t('make.title')}>
      <TextInput
        label={t('make.name')}
        description={t('make.nameHint')}
        autoComplete="off"
        maxLength={100}
        autoFocus
        {...form.getInputProps('name')}
      />
      <Select
        label={t('make.lifetime')}
        description={lifetime === ownDay || day === '' ? t('make.lifetimeHint') : t('make.until', { day: formatDay(day, i18n.language) })}
        allowDeselect={false}
        maw={320}
        data={[
          ...lifetimes.map((days) => ({ value: days, label: t('make.days', { count: Number(days) }) })),
          { value: ownDay, label: t('make.ownDay') },
        ]}
        value={lifetime}
        onChange={chooseLifetime}
      />
      {lifetime === ownDay && (
        <TextInput type="date" label={t('make.lastDay')} min={dayIn(0)} max={dayIn(365)} maw={320} {...form.getInputProps('expiresAt')} />
      )}
      <ScopeChoice
        {...form.getInputProps('scopes')}
        value={form.values.scopes}
        onChange={(scopes) => form.setFieldValue('scopes', scopes)}
      />
      <Group>
        <Button type="submit" loading={form.isSending}>
          {t('make.submit')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </RuleForm>
  );
}
