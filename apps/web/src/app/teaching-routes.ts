import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { lazyPage } from './lazy-page.ts';

const teachingPage = (path: string, load: () => Promise<ComponentType>): RouteObject =>
  lazyPage(path, load, ['teaching', 'arranging', 'audience', 'catalogue', 'fields', 'learning']);

/** The instructor's pages: for whom may write courses; each page shows what the server answers. */
export const teachingRoutes: RouteObject[] = [
  teachingPage('/teach', async () => (await import('../pages/teach/taught-courses-page.tsx')).TaughtCoursesPage),
  teachingPage('/teach/new', async () => (await import('../pages/teach/new-course-page.tsx')).NewCoursePage),
  teachingPage('/teach/:slug', async () => (await import('../pages/teach/course-editor-page.tsx')).CourseEditorPage),
  teachingPage('/teach/:slug/modules', async () => (await import('../pages/teach/all-modules-page.tsx')).AllModulesPage),
  teachingPage('/teach/:slug/trash', async () => (await import('../pages/teach/course-trash-page.tsx')).CourseTrashPage),
  teachingPage('/teach/:slug/settings', async () => (await import('../pages/teach/course-settings-page.tsx')).CourseSettingsPage),
  teachingPage('/teach/:slug/views', async () => (await import('../pages/teach/course-views-page.tsx')).CourseViewsPage),
  teachingPage('/teach/:slug/checklist', async () => (await import('../pages/teach/course-checklist-page.tsx')).CourseChecklistPage),
  teachingPage('/teach/:slug/students', async () => (await import('../pages/teach/course-students-page.tsx')).CourseStudentsPage),
  teachingPage('/teach/:slug/preview', async () => (await import('../pages/teach/course-preview-page.tsx')).CoursePreviewPage),
  teachingPage(
    '/teach/:slug/modules/:moduleId/new/:kind',
    async () => (await import('../pages/teach/new-content-page.tsx')).NewContentPage,
  ),
  teachingPage('/teach/:slug/contents/:contentId', async () => (await import('../pages/teach/edit-content-page.tsx')).EditContentPage),
];
