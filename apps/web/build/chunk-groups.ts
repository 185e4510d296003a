const library = (...names: string[]): RegExp => new RegExp(`/node_modules/(?:${names.join('|')})`);
const mantine = (...names: string[]): string => `@mantine/core/esm/(?:${names.join('|')})/`;
const source = (...names: string[]): RegExp => new RegExp(`/src/(?:${names.join('|')})\\.`);
const oneOf =
  (...tests: RegExp[]) =>
  (id: string): boolean =>
    tests.some((test) => test.test(id));

/** What comes with every page. */
const initial = { tags: ['$initial' as const] };
/** What one page alone needs stays with it. */
const shared = { minShareCount: 2 };

/**
 * Which modules come in one file. Left to themselves, those that the same pages need become a file: more than a hundred of a few hundred
 * bytes, each a way to the server and back. Here what is needed together comes together, and what is heavy stays apart.
 * A group takes along what its modules stand on: therefore what stands on little comes first.
 */
export const chunkGroups = [
  { name: 'react', test: library('react/', 'react-dom/', 'react-router/', 'scheduler/'), ...initial },
  { name: 'apollo', test: library('@apollo/', 'graphql/', 'rxjs/', '@wry/', 'optimism/'), ...initial },
  { name: 'mantine', test: library('@mantine/', '@floating-ui/'), ...initial },
  { name: 'shell', ...initial },
  {
    // What nearly every page shows, and none of it heavy: it is in the first load of the catalogue.
    name: 'basics',
    test: oneOf(
      library(
        '@mantine/hooks/',
        mantine('core', 'utils/(?:InlineInput|InputsGroupFieldset)'),
        mantine('components/(?:Alert|Badge|Center|CloseButton|Input|InputBase|NativeSelect|Portal|Progress|TextInput|Transition)'),
        mantine('components/Combobox/ComboboxChevron'),
        '@tabler/icons-react/',
      ),
      source(
        'ui/(?:empty-state|failure-part|load-more|picture|query-state|send|use-retry-on-connection)',
        'lib/(?:dates|language-name|list-length)',
      ),
    ),
    minShareCount: 5,
  },
  { name: 'icons', test: library('@tabler/icons-react/'), ...shared },
  { name: 'scroll-lock', test: library('react-remove-scroll', 'react-style-singleton/', 'use-callback-ref/', 'use-sidecar/'), ...shared },
  {
    // Menus, dialogs, hints.
    name: 'overlays',
    test: library(
      '@floating-ui/',
      mantine('utils/Floating', 'components/(?:Drawer|FocusTrap|Modal|ModalBase|NativeScrollArea|Overlay|Popover|ScrollArea|Tooltip)'),
    ),
    ...shared,
  },
  {
    name: 'forms',
    test: oneOf(
      library('zod/', '@mantine/form/', mantine('components/PasswordInput')),
      /\/packages\/rules\//,
      source('ui/(?:password-field|rule-form)'),
    ),
    ...shared,
  },
  {
    name: 'kept-forms',
    test: source(
      'ui/(?:kept-form|save-state-line|unsaved-guards?|use-kept-form)',
      'lib/(?:autosave|copy-keeper|copy-places|edit-conflict|merge-edits|save-answer|save-state|unsaved-work)',
    ),
    ...shared,
  },
  {
    name: 'controls',
    test: library(mantine('components/(?:Checkbox|Fieldset|List|NavLink|Radio|SegmentedControl|Textarea)')),
    ...shared,
  },
  {
    // The player, and what lists of courses and the editor show like it.
    name: 'learning',
    test: oneOf(
      source(
        'features/item/(?:edited-item|item-icon|item-kind-name|item-kinds|item-view)',
        'features/enrolment/contents-left',
        'features/course/course-summary\\.module',
        'ui/(?:progress-bar|read-node)',
        'lib/(?:playback|played-time)',
      ),
      library(mantine('components/(?:Kbd|Switch|Table)')),
    ),
    ...shared,
  },
  {
    // Lists of courses.
    name: 'courses',
    test: source(
      'features/course/(?:course-card|course-language|course-list|course-order|course-search)',
      'pages/catalogue/course-browser(?:-skeleton|\\.module)?',
      'ui/course-cover',
    ),
    ...shared,
  },
  {
    // Reading Markdown. KaTeX and the highlighter are apart, for the texts that have formulas or code.
    name: 'markdown',
    test: oneOf(
      library(
        'react-markdown/',
        'unified/',
        'vfile',
        'property-information/',
        '(?:remark|rehype)-(?:gfm|math|parse|rehype|sanitize)/',
        '(?:hast-util|mdast-util|micromark|unist-util)(?!.*(?:katex|highlight))',
      ),
      source('ui/(?:level-headings|markdown|markdown-extras|shown-here|shown-pictures)'),
    ),
    ...shared,
  },
];
