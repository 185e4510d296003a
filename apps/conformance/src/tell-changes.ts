import { changesBetween, presentSchema, releasedSchema } from './schema-changes.ts';

/** Prints what changed in the API since the last release, as lines for CHANGELOG.md. */
const released = releasedSchema();
const changes = released === null ? [] : await changesBetween(released, presentSchema());
const lines = changes.map(({ message, criticality }) => `- ${message}${criticality.level === 'BREAKING' ? ' **(breaking)**' : ''}`);
process.stdout.write(released === null ? 'There is no release yet: docs/api/released.graphql is absent.\n' : `${lines.join('\n')}\n`);
