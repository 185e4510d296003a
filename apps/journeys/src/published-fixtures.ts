import fixtures from 'dompurify-fixtures/test/fixtures/expect.js';

/** The payloads of DOMPurify's fixtures as they were published. What later ones added is in attack-families.ts, by rule. */
export const publishedFixtures: readonly string[] = fixtures.map(({ payload }) => payload);
