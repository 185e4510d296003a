/** The addresses of pages, each written once. */
export const subjectPath = (slug: string): string => `/subjects/${slug}`;
export const coursePath = (slug: string): string => `/courses/${slug}`;
export const teachCoursePath = (slug: string): string => `/teach/${slug}`;

export const playerPath = (courseSlug: string, moduleId?: string, contentId?: string): string =>
  ['/learn', courseSlug, moduleId, contentId].filter((step) => step !== undefined).join('/');

export const printPath = (courseSlug: string, moduleId: string): string => `/learn/${courseSlug}/${moduleId}/print`;

export const teachPath = '/teach';
export const newCoursePath = '/teach/new';
export const courseSettingsPath = (slug: string): string => `/teach/${slug}/settings`;
export const allModulesPath = (slug: string): string => `/teach/${slug}/modules`;
export const courseTrashPath = (slug: string): string => `/teach/${slug}/trash`;
export const courseViewsPath = (slug: string): string => `/teach/${slug}/views`;
export const courseChecklistPath = (slug: string): string => `/teach/${slug}/checklist`;
export const courseStudentsPath = (slug: string): string => `/teach/${slug}/students`;
export const coursePreviewPath = (slug: string): string => `/teach/${slug}/preview`;
export const editContentPath = (slug: string, contentId: string): string => `/teach/${slug}/contents/${contentId}`;
/** `kind`: as the API names it, in lower case. */
export const newContentPath = (slug: string, moduleId: string, kind: string): string => `/teach/${slug}/modules/${moduleId}/new/${kind}`;

export const personPath = (id: string): string => `/people/${id}`;

export const accountProfilePath = '/account/profile';
export const accountSecurityPath = '/account/security';
export const accountEmailPath = '/account/email';
export const accountTokensPath = '/account/tokens';
export const accountDataPath = '/account/data';
