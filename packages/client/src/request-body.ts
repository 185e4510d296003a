/** What is sent: JSON, or the multipart form of the GraphQL multipart request specification when variables hold a `File` or a `Blob`. */
export function bodyOf(operation: { query: string; variables: unknown; operationName?: string }): {
  body: string | FormData;
  headers: Record<string, string>;
} {
  const files = new Map<Blob, string[]>();
  const variables = withoutFiles(operation.variables, 'variables', files);
  const operations = JSON.stringify({ ...operation, variables });
  if (files.size === 0) return { body: operations, headers: { 'content-type': 'application/json' } };
  const form = new FormData();
  const entries = [...files].map(([file, paths], number) => ({ name: String(number), file, paths }));
  form.append('operations', operations);
  form.append('map', JSON.stringify(Object.fromEntries(entries.map(({ name, paths }) => [name, paths]))));
  // The files come last: the server reads what they are for before their first byte.
  for (const { name, file } of entries) form.append(name, file, file instanceof File ? file.name : 'file');
  return { body: form, headers: { 'apollo-require-preflight': 'true' } };
}

/** The same value with null in the place of each file, whose places are noted. */
function withoutFiles(value: unknown, path: string, files: Map<Blob, string[]>): unknown {
  if (value instanceof Blob) {
    files.set(value, [...(files.get(value) ?? []), path]);
    return null;
  }
  if (Array.isArray(value)) return value.map((entry, at) => withoutFiles(entry, `${path}.${at}`, files));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withoutFiles(entry, `${path}.${name}`, files)]));
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
