import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, posix } from 'node:path';

import { root } from './checkout.mjs';

/**
 * Who may not import whom, and the right way instead. Paths are those of the checkout; tests are free, they look at everything.
 * @type {{ from: RegExp, to: RegExp, say: string }[]}
 */
const directions = [
  {
    from: /^apps\/server\/src\/kernel\//,
    to: /^apps\/server\/src\/(?!kernel\/)[^/]+\//,
    say: 'the kernel knows no slice; let the slice hand in what is needed',
  },
  {
    from: /\.entity\.ts$/,
    to: /\.(?:resolver|input|queries)\.ts$|\/src\/context\.ts$/,
    say: 'an entity stands on entities and the kernel; what needs more is a use case',
  },
  { from: /\.(?:policy|queries)\.ts$/, to: /\.resolver\.ts$/, say: 'policies and queries stand below resolvers; pass plain values' },
  {
    from: /^apps\/server\/src\/[^/]+\/[^./]+\.ts$/,
    to: /\.resolver\.ts$/,
    say: 'a use case stands below resolvers; move what both need into a use case or queries',
  },
  {
    from: /^apps\/server\/src\/[^/]+\//,
    to: /^apps\/server\/src\/(?:main|server|schema|admin|fixtures|print-schema)\.ts$/,
    say: 'a slice does not know the server; schema.ts and server.ts know the slices',
  },
  {
    from: /^apps\/web\/src\/(?:lib|i18n)\//,
    to: /^apps\/web\/src\/(?:app|pages|features|ui)\//,
    say: 'lib stands below everything; pass what it needs as an argument',
  },
  { from: /^apps\/web\/src\/ui\//, to: /^apps\/web\/src\/(?:app|pages|features)\//, say: 'the design system knows no feature; pass props' },
  {
    from: /^apps\/web\/src\/features\//,
    to: /^apps\/web\/src\/(?:app|pages)\//,
    say: 'a feature stands below pages; the page composes it',
  },
  { from: /^apps\/web\/src\/pages\//, to: /^apps\/web\/src\/app\//, say: 'a page stands below the application; use lib, ui or a feature' },
  { from: /^packages\//, to: /^apps\//, say: 'a package knows no application' },
];

/** An outline holds what it lists, so these features may import those to their right. */
const outline = ['course', 'module', 'content', 'item'];

const forbiddenWords = /^(?:index|utils?|helpers?|common|types|service|manager|v\d+)$/;
const sliceFile = /^[^.]+(?:\.(?:entity|input|permission|policy|queries|resolver|item|personal-data))?(?:\.test)?\.ts$/;
const silencers = /\bas unknown as\b|@ts-(?:ignore|nocheck)/;

/** @param {string} file */
function nameErrors(file) {
  const name = basename(file);
  const errors = [];
  if (name.split('.').some((part) => forbiddenWords.test(part.split('-').at(-1) ?? '')))
    errors.push('this name says nothing; name the one idea that is inside');
  if (/^apps\/server\/src\/[^/]+\/[^/]+$/.test(file) && !sliceFile.test(name)) {
    errors.push(
      'a slice has .entity .input .permission .policy .queries .resolver .item .personal-data files, use cases named by a verb, and their tests',
    );
  }
  return errors;
}

/**
 * @param {string} file
 * @param {string} source
 */
function importErrors(file, source) {
  return importsOf(file, source).flatMap((target) => {
    const broken = directions.filter(({ from, to }) => from.test(file) && to.test(target)).map(({ say }) => say);
    return [...broken, ...neighbourErrors(file, target)].map((say) => `imports ${target}: ${say}`);
  });
}

/**
 * @param {string} file
 * @param {string} target
 */
function neighbourErrors(file, target) {
  const errors = [];
  const [ownApp, app] = [part(file, /^apps\/([^/]+)\//), part(target, /^apps\/([^/]+)\//)];
  if (ownApp && app && ownApp !== app) errors.push('applications do not import each other; what both need at run time is a package');
  const [ownSlice, slice] = [
    part(file, /^apps\/server\/src\/([^/]+)\//),
    part(target, /^apps\/server\/src\/([^/]+)\/[^/]+\.resolver\.ts$/),
  ];
  if (ownSlice && slice && ownSlice !== slice)
    errors.push("use the other slice's entity, policy or queries; the dependent slice adds the field");
  const [ownFeature, feature] = [part(file, /^apps\/web\/src\/features\/([^/]+)\//), part(target, /^apps\/web\/src\/features\/([^/]+)\//)];
  if (ownFeature && feature && ownFeature !== feature && !isOutline(ownFeature, feature)) {
    errors.push('features do not import features; a page composes them by spreading fragments');
  }
  return errors;
}

/**
 * @param {string} from
 * @param {string} to
 */
function isOutline(from, to) {
  return outline.includes(from) && outline.indexOf(to) > outline.indexOf(from);
}

/**
 * @param {string} file
 * @param {string} source
 */
function importsOf(file, source) {
  const specifiers = [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, specifier = '']) => specifier);
  return specifiers.map((specifier) => {
    if (specifier.startsWith('.')) return posix.join(dirname(file), specifier);
    return specifier.replace(/^@cursus\/(server|web|journeys)/, 'apps/$1');
  });
}

/**
 * @param {string} path
 * @param {RegExp} pattern
 */
function part(path, pattern) {
  return pattern.exec(path)?.[1];
}

const files = globSync('{apps,packages,scripts}/**/*.{ts,tsx,mts,mjs}', {
  cwd: root,
  exclude: (path) => /(?:^|\/)(?:node_modules|dist|gql)(?:\/|$)/.test(path),
});
const errors = files.toSorted().flatMap((file) => {
  const source = readFileSync(`${root}/${file}`, 'utf8');
  const silenced =
    silencers.test(source) && !file.endsWith('check-structure.mjs')
      ? ['casts and comments that silence the compiler are not used; say the type']
      : [];
  const isTest = /\.test\.tsx?$/.test(file);
  return [...nameErrors(file), ...silenced, ...(isTest ? [] : importErrors(file, source))].map((error) => `${file}\n    ${error}`);
});
for (const error of errors) console.error(error);
console.log(`${files.length} files, ${errors.length} errors`);
process.exitCode = errors.length === 0 ? 0 : 1;
