/** The addresses of pages, each written once. */
export const subjectPath = (slug: string): string => `/subjects/${slug}`;
export const coursePath = (slug: string): string => `/courses/${slug}`;
export const teachCoursePath = (slug: string): string => `/teach/${slug}`;

export const playerPath = (courseSlug: string, moduleId?: string, contentId?: string): string =>
  ['/learn', courseSlug, moduleId, contentId].filter((step) => step !== undefined).join('/');
