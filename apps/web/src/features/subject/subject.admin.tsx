import { skipToken, useQuery } from '@apollo/client/react';
import { subjectRule } from '@cursus/rules/subject';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../../gql/gql.ts';
import { adminListPath, newRecordPath, recordPath } from '../../lib/admin-paths.ts';
import { subjectPath } from '../../lib/paths.ts';
import type { AdminKind } from '../../ui/admin/admin-kind.ts';
import { RecordForm } from '../../ui/admin/record-form.tsx';
import { RecordList } from '../../ui/admin/record-list.tsx';
import { PublicPage, RecordPage } from '../../ui/admin/record-page.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useSend } from '../../ui/send.ts';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { showDone } from '../../ui/toast.tsx';
import { useSubjectActions } from './use-subject-actions.tsx';

const AdminSubjectsDocument = graphql(`
  query AdminSubjects($first: Int!, $after: String, $search: String, $orderBy: [SubjectOrder!]) {
    subjects(first: $first, after: $after, search: $search, orderBy: $orderBy) {
      totalCount
      edges {
        node {
          id
          title
          slug
          courseCount
          viewerCanDelete
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const AdminSubjectDocument = graphql(`
  query AdminSubject($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Subject {
        title
        slug
        courseCount
        viewerCanDelete
      }
    }
  }
`);

const AdminCreateSubjectDocument = graphql(`
  mutation AdminCreateSubject($input: CreateSubjectInput!) {
    createSubject(input: $input) {
      subject {
        id
        title
        slug
        courseCount
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const AdminUpdateSubjectDocument = graphql(`
  mutation AdminUpdateSubject($input: UpdateSubjectInput!) {
    updateSubject(input: $input) {
      subject {
        id
        title
        slug
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const listPath = adminListPath('subjects');

function SubjectList() {
  const { t } = useTranslation('records');
  return (
    <RecordList
      title={t('subjects.title')}
      fileName="subjects"
      document={AdminSubjectsDocument}
      connectionOf={({ subjects }) => subjects}
      variablesOf={({ first, after, search, order }) => ({ first, after, search, orderBy: [order] })}
      defaultOrder={{ field: 'TITLE', direction: 'ASC' }}
      columns={[
        { key: 'title', label: t('subjects.name'), text: ({ title }) => title, order: 'TITLE' },
        { key: 'slug', label: t('slug'), text: ({ slug }) => slug },
        { key: 'courses', label: t('subjects.courses'), text: ({ courseCount }) => courseCount, order: 'COURSE_COUNT', isNumber: true },
      ]}
      nameOf={({ title }) => title}
      pathOf={({ id }) => recordPath('subjects', id)}
      searchLabel={t('subjects.search')}
      actions={useSubjectActions()}
      create={() => ({ path: newRecordPath('subjects'), label: t('subjects.new') })}
      empty={{ title: t('subjects.none.title'), text: t('subjects.none.text') }}
    />
  );
}

function SubjectPage({ id }: { id: string | null }) {
  const { t } = useTranslation('records');
  const navigate = useNavigate();
  const actions = useSubjectActions();
  const query = useQuery(AdminSubjectDocument, id === null ? skipToken : { variables: { id }, fetchPolicy: 'network-only' });
  const [create] = useSend(AdminCreateSubjectDocument);
  const [update] = useSend(AdminUpdateSubjectDocument);
  const form = {
    rule: subjectRule,
    fields: [
      { kind: 'line', name: 'title', label: t('subjects.name') },
      { kind: 'slug', name: 'slug', from: 'title', prefix: '/subjects/', label: t('slug'), hint: t('subjects.slugHint') },
    ],
    cancelPath: listPath,
  } as const;
  const list = { path: listPath, label: t('subjects.title') };
  if (id === null) {
    return (
      <RecordPage title={t('subjects.new')} list={list}>
        <RecordForm
          {...form}
          isNew
          label={t('subjects.new')}
          values={{ title: '', slug: '' }}
          send={(values, idempotencyKey) => create({ input: { ...values, idempotencyKey } })}
          onDone={async ({ subject }) => {
            await navigate(listPath);
            if (subject !== null) showDone(t('created', { name: subject.title }));
          }}
        />
      </RecordPage>
    );
  }
  return (
    <QueryState query={query} skeleton={<FormSkeleton fields={2} />}>
      {({ node }) =>
        node?.__typename === 'Subject' ? (
          <RecordPage
            title={node.title}
            list={list}
            facts={<PublicPage path={subjectPath(node.slug)} />}
            record={node}
            actions={actions}
            onChanged={() => query.refetch()}
            endsWith={['delete']}
          >
            <RecordForm
              {...form}
              key={node.id}
              isNew={false}
              label={node.title}
              values={{ title: node.title, slug: node.slug }}
              send={(values) => update({ input: { id, ...values } })}
              onDone={() => void showDone(t('saved'))}
            />
          </RecordPage>
        ) : (
          <NothingHere />
        )
      }
    </QueryState>
  );
}

export const subjectAdmin: AdminKind = { List: SubjectList, Form: SubjectPage };
