import { useQuery } from '@apollo/client/react';
import { groupRule } from '@cursus/rules/group';
import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { graphql } from '../../gql/gql.ts';
import type { Permission } from '../../gql/graphql.ts';
import { adminListPath, recordPath } from '../../lib/admin-paths.ts';
import { RecordForm } from '../../ui/admin/record-form.tsx';
import { RecordPage, RecordSection } from '../../ui/admin/record-page.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useSend } from '../../ui/send.ts';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { showDone } from '../../ui/toast.tsx';
import { GroupMembers } from './group-members.tsx';
import { permissionNames } from './permission-names.ts';
import { useGroupActions } from './use-group-actions.tsx';

const GroupRecordPageDocument = graphql(`
  query GroupRecordPage($id: ID!, $isNew: Boolean!) {
    viewer {
      id
      permissions
      viewerCanManageUsers
    }
    node(id: $id) @skip(if: $isNew) {
      __typename
      id
      ... on Group {
        name
        description
        permissions
        isDefault
        viewerCanEdit
        viewerCanDelete
      }
    }
  }
`);

const CreateGroupDocument = graphql(`
  mutation CreateGroup($input: CreateGroupInput!) {
    createGroup(input: $input) {
      group {
        id
        name
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const UpdateGroupDocument = graphql(`
  mutation UpdateGroup($input: UpdateGroupInput!) {
    updateGroup(input: $input) {
      group {
        id
        name
        description
        permissions
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const rule = groupRule.extend({ permissions: z.array(z.enum(permissionNames)) });
const listPath = adminListPath('groups');

/** A group for administrators: what it allows, and who is in it below. Only what the viewer may do themselves is theirs to give. */
export function GroupRecordPage({ id }: { id: string | null }) {
  const { t } = useTranslation(['people', 'records']);
  const navigate = useNavigate();
  const actions = useGroupActions();
  const query = useQuery(GroupRecordPageDocument, {
    variables: { id: id ?? '', isNew: id === null },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const [create] = useSend(CreateGroupDocument);
  const [update] = useSend(UpdateGroupDocument);
  const list = { path: listPath, label: t('groups.title') };
  const formFor = (own: readonly Permission[]) =>
    ({
      rule,
      cancelPath: listPath,
      fields: [
        { kind: 'line', name: 'name', label: t('groups.name') },
        { kind: 'text', name: 'description', label: t('groups.description'), hint: t('groups.descriptionHint') },
        {
          kind: 'choices',
          name: 'permissions',
          label: t('groups.permissions'),
          hint: t('groups.permissionsHint'),
          choices: permissionNames
            .filter((permission) => own.includes(permission))
            .map((value) => ({ value, label: t(`permission.${value}.name`), hint: t(`permission.${value}.text`) })),
        },
      ],
    }) as const;
  return (
    <QueryState query={query} skeleton={<FormSkeleton fields={6} />}>
      {({ node, viewer }) => {
        const form = formFor(viewer?.permissions ?? []);
        if (id === null)
          return (
            <RecordPage title={t('groups.new')} list={list}>
              <RecordForm
                {...form}
                isNew
                label={t('groups.new')}
                values={{ name: '', description: '', permissions: [] }}
                send={(values, idempotencyKey) => create({ input: { ...values, idempotencyKey } })}
                onDone={async ({ group }) => {
                  if (group === null) return;
                  await navigate(recordPath('groups', group.id));
                  showDone(t('records:created', { name: group.name }));
                }}
              />
            </RecordPage>
          );
        if (node?.__typename !== 'Group') return <NothingHere />;
        const { name, description, permissions } = node;
        return (
          <RecordPage
            title={name}
            list={list}
            facts={node.isDefault ? <Text size="sm">{t('groups.isDefault')}</Text> : undefined}
            record={node}
            actions={actions}
            endsWith={['delete']}
          >
            {node.viewerCanEdit ? (
              <RecordForm
                {...form}
                key={node.id}
                isNew={false}
                label={name}
                values={{ name, description, permissions: [...permissions] }}
                send={(values) => update({ input: { id, ...values } })}
                onDone={() => void showDone(t('records:saved'))}
              />
            ) : (
              <RecordSection title={t('groups.permissions')} text={t('groups.notYours')}>
                <List>
                  {permissions.map((permission) => (
                    <List.Item key={permission}>{t(`permission.${permission}.name`)}</List.Item>
                  ))}
                </List>
              </RecordSection>
            )}
            <RecordSection title={t('groups.members')} text={t('groups.membersText')}>
              <GroupMembers groupId={node.id} canChange={node.viewerCanEdit} canFind={viewer?.viewerCanManageUsers === true} />
            </RecordSection>
          </RecordPage>
        );
      }}
    </QueryState>
  );
}
