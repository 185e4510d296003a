import { Button, Checkbox, Fieldset, Group, Input, Stack } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../../gql/graphql.ts';
import classes from './scope-choice.module.css';
import { allScopes, readingScopes, scopeGroups } from './scope-groups.ts';

interface ScopeChoiceProps {
  value: readonly Scope[];
  onChange: (scopes: Scope[]) => void;
  error?: ReactNode;
}

/** What a token may be used for, ticked one by one, each with what it means. */
export function ScopeChoice({ value, onChange, error }: ScopeChoiceProps) {
  const { t } = useTranslation('tokens');
  const errorId = useId();
  const tick = (scope: Scope, isTicked: boolean): void =>
    onChange(allScopes.filter((each) => (each === scope ? isTicked : value.includes(each))));
  return (
    <Fieldset
      variant="unstyled"
      legend={t('scopes.legend')}
      className={classes.choice ?? ''}
      aria-describedby={error ? errorId : undefined}
    >
      <Input.Description size="md">{t('scopes.hint')}</Input.Description>
      <Group gap="xs" mt="sm">
        <Button variant="default" size="xs" onClick={() => onChange([...readingScopes])}>
          {t('scopes.reading')}
        </Button>
        <Button variant="default" size="xs" onClick={() => onChange([...allScopes])}>
          {t('scopes.all')}
        </Button>
        <Button variant="default" size="xs" onClick={() => onChange([])}>
          {t('scopes.none')}
        </Button>
      </Group>
      {error !== undefined && error !== null && (
        <Input.Error id={errorId} size="md" mt="sm">
          {error}
        </Input.Error>
      )}
      <div className={classes.groups}>
        {scopeGroups.map(({ group, scopes }) => (
          <Fieldset key={group} legend={t(`scopes.group.${group}`)} className={classes.group ?? ''}>
            <Stack gap="sm">
              {scopes.map((scope) => (
                <Checkbox
                  key={scope}
                  label={t(`scope.${scope}.name`)}
                  description={t(`scope.${scope}.text`)}
                  checked={value.includes(scope)}
                  aria-invalid={error ? true : undefined}
                  onChange={(event) => tick(scope, event.currentTarget.checked)}
                />
              ))}
            </Stack>
          </Fieldset>
        ))}
      </div>
    </Fieldset>
  );
}
