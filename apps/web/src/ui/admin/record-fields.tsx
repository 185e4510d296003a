import { slugFromTitle } from '@cursus/rules/slug';
import { Anchor, Checkbox, Group, Input, NativeSelect, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { RuleFormState } from '../rule-form.tsx';
import type { Choice } from './list-tools.tsx';

/** What a `RecordChoice` needs to be a field of a form. */
interface ChoiceField {
  label: string;
  description: ReactNode;
  error: ReactNode;
  size: 'md';
  value: string | null;
  onChoose: (value: string | null) => void;
}

type Named<TValues> = { name: keyof TValues & string; label: string; hint?: string };

/** A field of a record's form, by its kind. */
export type RecordField<TValues> = Named<TValues> &
  (
    | { kind: 'line' | 'email' | 'text' }
    /** A name in addresses, under `prefix`: it follows the title of something new until somebody writes one by hand. */
    | { kind: 'slug'; from: keyof TValues & string; prefix: string }
    | { kind: 'choice'; choices: readonly Choice[] }
    /** Several of a few. */
    | { kind: 'choices'; choices: readonly (Choice & { hint?: string })[] }
    | { kind: 'switch' }
    /** What is changed elsewhere: told, with the way there. */
    | { kind: 'told'; link: { path: string; label: string } }
    /** Another record, by a `RecordChoice`. */
    | { kind: 'record'; choice: (field: ChoiceField) => ReactNode }
  );

type Values = Record<string, unknown>;

interface RecordFieldsProps<TValues extends Values> {
  form: RuleFormState<TValues>;
  fields: readonly RecordField<TValues>[];
  isNew: boolean;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The fields of a record's form, each as its kind is shown everywhere. */
export function RecordFields<TValues extends Values>({ form, fields, isNew }: RecordFieldsProps<TValues>) {
  const set = (name: keyof TValues & string, value: unknown): void => form.setValues({ [name]: value } as Partial<TValues>);

  const setLine = (name: keyof TValues & string, value: string): void => {
    set(name, value);
    for (const field of fields) {
      const isFollowing = isNew && field.kind === 'slug' && field.from === name;
      if (isFollowing && textOf(form.values[field.name]) === slugFromTitle(textOf(form.values[name])))
        set(field.name, slugFromTitle(value));
    }
  };

  return fields.map((field) => {
    const { name, label, hint } = field;
    const props = { ...form.getInputProps(name), label, description: hint };
    const value = form.values[name];
    if (field.kind === 'text') return <Textarea key={name} {...props} autosize />;
    if (field.kind === 'choice') return <NativeSelect key={name} size="md" {...props} data={[...field.choices]} />;
    if (field.kind === 'record') {
      const choice = { label, description: hint, error: form.errors[name], size: 'md', value: textOf(value) || null } as const;
      return <Fragment key={name}>{field.choice({ ...choice, onChoose: (chosen) => set(name, chosen ?? '') })}</Fragment>;
    }
    if (field.kind === 'told') {
      return (
        <Input.Wrapper key={name} label={label} description={hint} labelElement="div">
          <Group gap="sm">
            <Text>{textOf(value)}</Text>
            <Anchor component={Link} to={field.link.path}>
              {field.link.label}
            </Anchor>
          </Group>
        </Input.Wrapper>
      );
    }
    if (field.kind === 'switch') {
      return (
        <Switch
          key={name}
          label={label}
          description={hint}
          checked={value === true}
          error={form.errors[name]}
          onChange={({ currentTarget }) => set(name, currentTarget.checked)}
        />
      );
    }
    if (field.kind === 'choices') {
      return (
        <Checkbox.Group
          key={name}
          {...props}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(chosen) => set(name, chosen)}
        >
          <Stack gap="sm" mt="xs">
            {field.choices.map((choice) => (
              <Checkbox key={choice.value} value={choice.value} label={choice.label} description={choice.hint} />
            ))}
          </Stack>
        </Checkbox.Group>
      );
    }
    const isSlug = field.kind === 'slug';
    return (
      <TextInput
        key={name}
        {...props}
        onChange={({ currentTarget }) => setLine(name, currentTarget.value)}
        {...(field.kind === 'email' && { type: 'email', autoCapitalize: 'none', spellCheck: false })}
        {...(isSlug && {
          leftSection: field.prefix,
          leftSectionWidth: `${field.prefix.length * 0.5 + 0.75}rem`,
          autoCapitalize: 'none',
          spellCheck: false,
        })}
      />
    );
  });
}
