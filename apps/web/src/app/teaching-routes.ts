import type { RouteObject } from 'react-router';
import { lazyPage } from './lazy-page.ts';

/** The instructor's pages: for whom may write courses; each page shows what the server answers. */
export const teachingRoutes: RouteObject[] = [
  lazyPage('/teach', async () => (await import('../pages/teach/taught-courses-page.tsx')).TaughtCoursesPage),
  lazyPage('/teach/new', async () => (await import('../pages/teach/new-course-page.tsx')).NewCoursePage),
  lazyPage('/teach/:slug', async () => (await import('../pages/teach/course-editor-page.tsx')).CourseEditorPage),
  lazyPage('/teach/:slug/settings', async () => (await import('../pages/teach/course-settings-page.tsx')).CourseSettingsPage),
  lazyPage('/teach/:slug/views', async () => (await import('../pages/teach/course-views-page.tsx')).CourseViewsPage),
  lazyPage('/teach/:slug/preview', async () => (await import('../pages/teach/course-preview-page.tsx')).CoursePreviewPage),
  lazyPage('/teach/:slug/modules/:moduleId/new/:kind', async () => (await import('../pages/teach/new-content-page.tsx')).NewContentPage),
  lazyPage('/teach/:slug/contents/:contentId', async () => (await import('../pages/teach/edit-content-page.tsx')).EditContentPage),
];
