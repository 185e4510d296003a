import { Suspense } from 'react';
import { useParams } from 'react-router';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { AdminFrame } from './admin-frame.tsx';
import { adminKindNames, adminKinds } from './admin-kinds.ts';

/** The list of a kind of record. */
export function RecordListPage() {
  const { kind } = useParams();
  const name = adminKindNames.find((each) => each === kind);
  if (name === undefined) return <NothingHere />;
  const { isFor, List } = adminKinds[name];
  return (
    <AdminFrame isFor={isFor}>
      {() => (
        <Suspense fallback={<ListSkeleton count={8} height={52} />}>
          <List key={name} />
        </Suspense>
      )}
    </AdminFrame>
  );
}
