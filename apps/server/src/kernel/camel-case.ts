/** The property that stands for a column, or for a table: `owner_id` is ownerId. */
export const camelCase = (name: string): string => name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
