import { maxModulesPerCourse } from '@cursus/rules/module';
import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { newKey } from '../../lib/new-key.ts';
import { teachCoursePath } from '../../lib/paths.ts';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';
import { UnsavedGuard } from '../../ui/unsaved-guard.tsx';
import { allModulesRule, blankModule, changesOf, fieldsOf, type StoredModule } from './all-modules.ts';
import classes from './all-modules-form.module.css';
import { ModuleFieldset } from './module-fieldset.tsx';

const AllModulesFormCourse = graphql(`
  fragment AllModulesForm_course on Course {
    id
    slug
    language
    modules {
      id
      title
      description
      revision
    }
  }
`);

const SaveModulesDocument = graphql(`
  mutation SaveModules($input: SaveModulesInput!) {
    saveModules(input: $input) {
      course {
        id
        moduleCount
        ...AllModulesForm_course
        ...CourseOutline_course
      }
      userErrors {
        code
        path
        ...UserError_error
        ... on EditConflict {
          current {
            __typename
            ... on Module {
              id
              title
              description
              revision
            }
          }
        }
      }
    }
  }
`);

interface AllModulesFormProps {
  course: FragmentType<typeof AllModulesFormCourse>;
  /** Where one goes without saving; the course's workspace unless it is given. */
  cancelPath?: string;
  onSaved: () => void | Promise<void>;
}

/** All modules of a course on one form: saved as a whole or not at all. */
export function AllModulesForm({ course: ref, cancelPath, onSaved }: AllModulesFormProps) {
  const { t } = useTranslation('arranging');
  const { t: say } = useTranslation('teaching');
  const course = readFragment(AllModulesFormCourse, ref);
  // The form goes on from what it began with, whatever comes into the cache meanwhile: the server tells what a colleague has changed.
  const [stored, setStored] = useState<readonly StoredModule[]>(course.modules ?? []);
  const [meanwhile, setMeanwhile] = useState<ReadonlyMap<string, StoredModule | 'deleted'>>(new Map());
  const [saveModules] = useSend(SaveModulesDocument);
  const sentPlaces = useRef<readonly number[]>([]);
  const lastSent = useRef({ body: '', key: '' });

  const forget = (id: string): void => setMeanwhile((known) => new Map([...known].filter(([other]) => other !== id)));

  const learn = (module: StoredModule): void => {
    setMeanwhile((known) => new Map(known).set(module.id, module));
    setStored((modules) => modules.map((other) => (other.id === module.id ? module : other)));
  };

  const form = useRuleForm({
    rule: allModulesRule,
    initialValues: { modules: stored.map(fieldsOf) },
    send: async ({ modules }) => {
      const { saved, deletedIds } = changesOf(modules, stored);
      sentPlaces.current = saved.map(({ at }) => at);
      const revisions = new Map(stored.map(({ id, revision }) => [id, revision]));
      const input = {
        courseId: course.id,
        modules: saved.map(({ module: { id, title, description } }) =>
          id === null ? { title, description } : { id, title, description, expectedRevision: revisions.get(id) ?? null },
        ),
        deletedIds,
      };
      // The same once more is the same request: an answer that was lost does not add a module twice.
      const body = JSON.stringify(input);
      if (body !== lastSent.current.body) lastSent.current = { body, key: newKey() };
      const payload = await saveModules({ input: { ...input, idempotencyKey: lastSent.current.key } });
      for (const error of payload?.userErrors ?? []) {
        const [, place, field] = error.path ?? [];
        const id = field === 'id' ? (input.modules[Number(place)]?.id ?? null) : null;
        if (id !== null) setMeanwhile((known) => new Map(known).set(id, 'deleted'));
        if ('current' in error && error.current?.__typename === 'Module') learn(error.current);
      }
      return payload;
    },
    fieldOf: (path) => {
      const [list, place, field] = path.split('.');
      return list === 'modules' ? `modules.${sentPlaces.current[Number(place)] ?? place}.${field === 'id' ? 'title' : field}` : path;
    },
    onDone: onSaved,
  });

  const { modules } = form.getValues();
  const { changed, added, deletedIds } = changesOf(modules, stored);
  const counts = [
    changed.length > 0 && t('all.summary.changed', { count: changed.length }),
    added.length > 0 && t('all.summary.added', { count: added.length }),
    deletedIds.length > 0 && t('all.summary.deleted', { count: deletedIds.length }),
  ].filter((part) => part !== false);

  const add = (): void => {
    form.insertListItem('modules', blankModule());
    requestAnimationFrame(() => form.element.current?.querySelector<HTMLElement>(`[name="modules.${modules.length}.title"]`)?.focus());
  };

  return (
    <RuleForm form={form} label={t('all.title')}>
      <ol className={classes.modules}>
        {modules.map((module, at) => (
          <ModuleFieldset
            key={module.key}
            form={form}
            at={at}
            module={module}
            meanwhile={meanwhile.get(module.id ?? '')}
            language={course.language}
            onSettle={(fields) => {
              form.clearErrors();
              form.replaceListItem('modules', at, fields);
              forget(module.id ?? '');
            }}
          />
        ))}
      </ol>
      <div>
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          disabled={modules.filter(({ isDeleted }) => !isDeleted).length >= maxModulesPerCourse}
          onClick={add}
        >
          {t('all.add')}
        </Button>
      </div>
      <div className={classes.bar}>
        <Text size="sm" c="dimmed" role="status" className={classes.summary}>
          {counts.length === 0 ? t('all.summary.none') : counts.join(' · ')}
        </Text>
        <Button component={Link} to={cancelPath ?? teachCoursePath(course.slug)} variant="default">
          {say('cancel')}
        </Button>
        <Button type="submit" loading={form.isSending}>
          {say('save')}
        </Button>
      </div>
      <UnsavedGuard isUnsaved={() => counts.length > 0 && !form.isSending && form.isDirty()} flush={() => Promise.resolve(false)} />
    </RuleForm>
  );
}
