import { signUpRule } from '@cursus/rules/account';
import { MantineProvider, TextInput } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { makeFragmentData } from '../gql/fragment-masking.ts';
import type { UserErrorCode } from '../gql/graphql.ts';
import { startTranslations } from '../lib/translations.ts';
import { UserErrorFragment } from '../lib/user-error.ts';
import { RuleForm, useRuleForm } from './rule-form.tsx';

const rule = signUpRule.pick({ username: true, firstName: true });
type Sent = { username: string; firstName: string };

const refusal = (code: UserErrorCode, path: string[] | null, limit?: number) => ({
  userErrors: [makeFragmentData(limit === undefined ? { code, path } : { code, path, limit }, UserErrorFragment)],
});

interface FormProps {
  send: (sent: Sent) => Promise<{ userErrors: ReturnType<typeof refusal>['userErrors'] } | null>;
  onDone?: () => void;
}

function Form({ send, onDone = () => undefined }: FormProps) {
  const form = useRuleForm({ rule, initialValues: { username: '', firstName: '' }, send, onDone });
  return (
    <RuleForm form={form} label="form">
      <TextInput label="Username" {...form.getInputProps('username')} />
      <TextInput label="First name" {...form.getInputProps('firstName')} />
      <button type="submit">Send</button>
    </RuleForm>
  );
}

const show = (props: FormProps) =>
  render(
    <MantineProvider>
      <Form {...props} />
    </MantineProvider>,
  );

const field = (name: string): HTMLElement => screen.getByRole('textbox', { name });

async function fillIn(username: string, firstName: string): Promise<void> {
  if (username !== '') await userEvent.type(field('Username'), username);
  if (firstName !== '') await userEvent.type(field('First name'), firstName);
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
}

describe('a form with a rule', () => {
  beforeAll(() => startTranslations('en'));

  it('sends what the rule makes of the values', async () => {
    const send = vi.fn(async () => ({ userErrors: [] }));
    const onDone = vi.fn();
    show({ send, onDone });
    await fillIn('  Ada.L ', ' Ada ');
    expect(send).toHaveBeenCalledWith({ username: 'ada.l', firstName: 'Ada' });
    expect(onDone).toHaveBeenCalled();
  });

  it('sends nothing that breaks the rule, and goes to the first mistake', async () => {
    const send = vi.fn(async () => ({ userErrors: [] }));
    show({ send });
    await fillIn('a b c', '');
    expect(send).not.toHaveBeenCalled();
    expect(screen.getByText('Letters a to z, digits, dots, hyphens and underscores only.')).toBeTruthy();
    expect(screen.getByText('Fill this in.')).toBeTruthy();
    expect(document.activeElement).toBe(field('Username'));
  });

  it("shows the server's refusal beside its field, and keeps what was typed", async () => {
    show({ send: async () => refusal('TAKEN', ['username']) });
    await fillIn('ada', 'Ada');
    expect(await screen.findByText('This username is already taken.')).toBeTruthy();
    expect(field('Username').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field('Username'));
    expect(field('First name')).toHaveProperty('value', 'Ada');
  });

  it('says the bound that was passed', async () => {
    show({ send: async () => refusal('TOO_LONG', ['firstName'], 100) });
    await fillIn('ada', 'Ada');
    expect(await screen.findByText('At most 100 characters.')).toBeTruthy();
  });

  it('shows what no field can be blamed for above the fields', async () => {
    show({ send: async () => refusal('SIGN_UP_CLOSED', null) });
    await fillIn('ada', 'Ada');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Sign-up is closed here.');
    expect(document.activeElement).toBe(alert);
  });

  it('keeps what was typed when sending failed', async () => {
    const onDone = vi.fn();
    show({ send: async () => null, onDone });
    await fillIn('ada', 'Ada');
    expect(onDone).not.toHaveBeenCalled();
    expect(field('Username')).toHaveProperty('value', 'ada');
  });
});
