import { useEffect } from 'react';
import { Navigate, useParams } from 'react-router';
import { playerPath } from '../../lib/paths.ts';
import { preview, usePreview } from '../../lib/preview.ts';

/** The player itself, with no more than a student's rights: from here on the server answers so, until the preview is left. */
export function CoursePreviewPage() {
  const { slug = '' } = useParams();
  const previewed = usePreview();
  useEffect(() => {
    if (previewed !== slug) preview.begin(slug);
  }, [previewed, slug]);
  return previewed === slug ? <Navigate to={playerPath(slug)} replace /> : null;
}
