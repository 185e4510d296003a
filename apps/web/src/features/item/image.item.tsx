import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import { nothingHere } from '../../lib/failure.ts';
import { FailurePart } from '../../ui/failure-part.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import classes from './item.module.css';
import type { ItemKind } from './item-kinds.ts';

const ImageItemDocument = graphql(`
  query ImageItem($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Image {
        alternativeText
        caption
        file {
          id
          url
          width
          height
        }
      }
    }
  }
`);

const View: ItemKind['View'] = ({ itemId }) => {
  const query = useQuery(ImageItemDocument, { variables: { id: itemId } });
  return (
    <QueryState query={query} scope="part" skeleton={<ListSkeleton count={1} height={360} />}>
      {({ node: image }) =>
        image?.__typename !== 'Image' ? (
          <FailurePart error={nothingHere} />
        ) : (
          <figure className={classes.figure}>
            <img
              src={image.file.url}
              alt={image.alternativeText}
              width={image.file.width ?? undefined}
              height={image.file.height ?? undefined}
            />
            {image.caption !== '' && <figcaption>{image.caption}</figcaption>}
          </figure>
        )
      }
    </QueryState>
  );
};

export const imageItem: ItemKind = { View };
