import { Navigate, useParams } from 'react-router';
import { playerPath } from '../../lib/paths.ts';

/** The player itself: who may edit a course reads it there without being enrolled, and is told so. */
export function CoursePreviewPage() {
  const { slug = '' } = useParams();
  return <Navigate to={playerPath(slug)} replace />;
}
