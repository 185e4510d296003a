import { Suspense } from 'react';
import { useParams } from 'react-router';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { AdminFrame } from './admin-frame.tsx';
import { adminKindNames, adminKinds } from './admin-kinds.ts';

const newRecord = 'new';

/** The form of a record, or of a new one. */
export function RecordFormPage() {
  const { kind, id = newRecord } = useParams();
  const name = adminKindNames.find((each) => each === kind);
  if (name === undefined) return <NothingHere />;
  const { isFor, Form } = adminKinds[name];
  return (
    <AdminFrame isFor={isFor}>
      {() => (
        <Suspense fallback={<FormSkeleton />}>
          <Form key={id} id={id === newRecord ? null : id} />
        </Suspense>
      )}
    </AdminFrame>
  );
}
