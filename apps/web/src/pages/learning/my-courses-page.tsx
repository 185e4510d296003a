export function MyCoursesPage() { return null; }
