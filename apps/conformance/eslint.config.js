import { fileURLToPath } from 'node:url';
import graphql from '@graphql-eslint/eslint-plugin';

const schema = fileURLToPath(new URL('../../schema.graphql', import.meta.url));
const rules = { ...graphql.configs['flat/schema-recommended'].rules, ...graphql.configs['flat/schema-relay'].rules };

/** Values that belong to one object and are read with it: nobody looks them up, so they have no id. */
const valueTypes = [
  'ConnectionPool',
  'ContentPreview',
  'CourseEnrolments',
  'CourseEnrolmentsOfDay',
  'CourseLanguage',
  'CourseStructureChange',
  'CourseViews',
  'CourseViewsOfDay',
  'Credentials',
  'DataExport',
  'EditConflict',
  'ErasurePreview',
  'FieldChange',
  'FileReference',
  'ImportedRow',
  'JobQueue',
  'Lock',
  'MigrationProgress',
  'PictureVariant',
  'Profile',
  'Progress',
  'ProgressChange',
  'PublishingChecklist',
  'PublishingProblem',
  'RateLimit',
  'SecondFactorState',
  'SignInChallenge',
  'SlowStatement',
  'StorageUse',
  'System',
  'SystemCache',
  'SystemDatabase',
  'SystemLive',
  'SystemMemory',
  'SystemStorage',
  'UploadLimit',
  'VideoCaptions',
  'VideoEmbed',
  'ViewerLock',
];

/** schema.graphql under graphql-eslint's recommended and relay configurations, and where it deviates on purpose. */
export default [
  {
    files: ['**/*.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema } } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...rules,
      // Lists with a small bound that is enforced (the modules of a course, the errors of a mutation) are plain lists: no page, no edges.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false },
      ],
      // Payloads, connections, edges and values are no objects of their own: no id.
      '@graphql-eslint/strict-id-in-types': [
        'error',
        { exceptions: { suffixes: ['Payload', 'Connection', 'Edge', 'Error', 'PageInfo'], types: valueTypes } },
      ],
      // `User.username` is the field's standard term, and `file` is the same field in each kind of item that has one.
      '@graphql-eslint/no-typename-prefix': 'off',
    },
  },
];
