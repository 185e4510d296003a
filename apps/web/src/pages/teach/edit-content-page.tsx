import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { isLockedItem } from '../../features/item/item-kind-name.ts';
import { itemKinds } from '../../features/item/item-kinds.ts';
import { graphql } from '../../gql/gql.ts';
import { teachCoursePath } from '../../lib/paths.ts';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { FormSkeleton, PageSkeleton } from '../../ui/skeletons.tsx';
import { showDone } from '../../ui/toast.tsx';
import { ContentFrame } from './content-frame.tsx';

const EditContentPageDocument = graphql(`
  query EditContentPage($contentId: ID!) {
    node(id: $contentId) {
      __typename
      id
      ... on Content {
        module {
          id
          title
          viewerCanEdit
          course {
            id
            title
            slug
          }
        }
        item {
          __typename
          id
          title
        }
      }
    }
  }
`);

export function EditContentPage() {
  const { t } = useTranslation('teaching');
  const { contentId = '' } = useParams();
  const navigate = useNavigate();
  const query = useQuery(EditContentPageDocument, { variables: { contentId } });
  return (
    <QueryState
      query={query}
      skeleton={
        <PageSkeleton>
          <FormSkeleton />
        </PageSkeleton>
      }
    >
      {({ node: content }) => {
        // Locks hold for students: whoever meets one here has no right to edit.
        if (content?.__typename !== 'Content' || isLockedItem(content.item.__typename)) return <NothingHere />;
        const { module, item } = content;
        const { Form } = itemKinds[content.item.__typename];
        const backPath = teachCoursePath(module.course.slug);
        const goBack = async (): Promise<void> => {
          await navigate(backPath);
          showDone(t('form.saved'));
        };
        return (
          <ContentFrame title={item.title} module={module}>
            <Form key={contentId} moduleId={module.id} edited={{ contentId, itemId: item.id }} cancelPath={backPath} onSaved={goBack} />
          </ContentFrame>
        );
      }}
    </QueryState>
  );
}
