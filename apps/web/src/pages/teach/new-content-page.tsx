import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { FilesDialog } from '../../features/item/files-dialog.tsx';
import { itemKindNamed, itemKinds } from '../../features/item/item-kinds.ts';
import { graphql } from '../../gql/gql.ts';
import { teachCoursePath } from '../../lib/paths.ts';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { FormSkeleton, PageSkeleton } from '../../ui/skeletons.tsx';
import { ContentFrame } from './content-frame.tsx';

const NewContentPageDocument = graphql(`
  query NewContentPage($moduleId: ID!) {
    node(id: $moduleId) {
      __typename
      id
      ... on Module {
        title
        viewerCanEdit
        course {
          id
          title
          slug
        }
      }
    }
  }
`);

export function NewContentPage() {
  const { t } = useTranslation('teaching');
  const { moduleId = '', kind } = useParams();
  const navigate = useNavigate();
  const [several, setSeveral] = useState<readonly File[]>([]);
  const query = useQuery(NewContentPageDocument, { variables: { moduleId } });
  const name = itemKindNamed(kind);
  if (name === undefined) return <NothingHere />;
  const { Form } = itemKinds[name];
  return (
    <QueryState
      query={query}
      skeleton={
        <PageSkeleton>
          <FormSkeleton />
        </PageSkeleton>
      }
    >
      {({ node: module }) => {
        if (module?.__typename !== 'Module') return <NothingHere />;
        const backPath = teachCoursePath(module.course.slug);
        return (
          <ContentFrame title={t(`item.new.${name}`)} module={module}>
            <Form
              key={`${moduleId}/${name}`}
              moduleId={moduleId}
              edited={null}
              cancelPath={backPath}
              onSaved={() => navigate(backPath)}
              onSeveral={setSeveral}
            />
            {several.length > 0 && (
              <FilesDialog module={module} files={several} onClose={() => setSeveral([])} onSent={() => navigate(backPath)} />
            )}
          </ContentFrame>
        );
      }}
    </QueryState>
  );
}
