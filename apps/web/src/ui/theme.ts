import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MantineThemeComponents,
  parseThemeColor,
  type VariantColorsResolver,
} from '@mantine/core';
import type { MouseEvent } from 'react';

/** The house colour: actions, links, what is chosen. Shade 7 is 6.9:1 under white. */
const pine: MantineColorsTuple = [
  '#ecf6f1',
  '#d7ebe1',
  '#b0d8c5',
  '#84c2a5',
  '#5cad88',
  '#3f9a73',
  '#2a8360',
  '#17694a',
  '#12523c',
  '#0b3b2b',
];
const red: MantineColorsTuple = [
  '#fef2f0',
  '#fde0dc',
  '#fbc3bb',
  '#f79d91',
  '#f27a6b',
  '#e5533f',
  '#cf3421',
  '#b42318',
  '#8f1d14',
  '#641710',
];
/** Progress and what is done: a lane that fills up. */
const marigold: MantineColorsTuple = [
  '#fff8e6',
  '#fdeec6',
  '#fadf97',
  '#f6cd63',
  '#f2b843',
  '#e5a223',
  '#c88512',
  '#9c650d',
  '#784d0e',
  '#573809',
];
const gray: MantineColorsTuple = [
  '#f6f8f6',
  '#eef2ef',
  '#e2e8e4',
  '#d0d9d3',
  '#b3bfb8',
  '#8a9991',
  '#5f6e67',
  '#47554e',
  '#2b3832',
  '#16211c',
];
const dark: MantineColorsTuple = [
  '#e3eae6',
  '#c4cfc9',
  '#9aa9a1',
  '#6f8078',
  '#33423b',
  '#27342e',
  '#1b2722',
  '#101714',
  '#0b110f',
  '#070b0a',
];

const fontFamily = "'Figtree Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const headingFamily = `'Bricolage Grotesque Variable', ${fontFamily}`;

/** Filled surfaces are deep in light and bright in dark: what is written on them turns with the scheme. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const { isThemeColor, shade } = parseThemeColor({ color: input.color ?? input.theme.primaryColor, theme: input.theme });
  return input.variant === 'filled' && isThemeColor && shade === undefined ? { ...colors, color: 'var(--cursus-on-filled)' } : colors;
};

const overlayStyles = {
  content: { backgroundColor: 'var(--cursus-surface)' },
  header: { backgroundColor: 'var(--cursus-surface)' },
  title: { fontFamily: headingFamily, fontWeight: 650, fontSize: '1.15rem', lineHeight: 1.3 },
};

/** A menu fades after its entry is chosen: the second half of a double click must not choose it twice. */
function dropSecondClick(event: MouseEvent): void {
  if (event.detail < 2) return;
  event.preventDefault();
  event.stopPropagation();
}

/** By their names: `Select.extend` would bring each into the first load of every page. */
const components: MantineThemeComponents = {
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
  Anchor: { defaultProps: { underline: 'hover' } },
  Badge: {
    defaultProps: { variant: 'light', radius: 'sm' },
    styles: { root: { textTransform: 'none', letterSpacing: 0, fontWeight: 600 } },
  },
  // Long words in a narrow place take a second line.
  Button: {
    styles: {
      root: { fontWeight: 600, height: 'auto', minHeight: 'var(--button-height)', paddingBlock: '0.25rem' },
      // A link, unlike a button, doesn't centre what it holds.
      inner: { minHeight: 'calc(var(--button-height) - 0.5rem - 2px)' },
      label: { whiteSpace: 'normal', lineHeight: 1.25 },
    },
  },
  // The tick turns with the scheme, like all that stands on a filled surface.
  Checkbox: { defaultProps: { iconColor: 'var(--cursus-on-filled)' } },
  // A list of choices is a field like the others: its name is as large as theirs.
  CheckboxGroup: {
    styles: { label: { fontSize: 'var(--mantine-font-size-md)' }, description: { fontSize: 'var(--mantine-font-size-sm)' } },
  },
  Card: { defaultProps: { withBorder: true, radius: 'lg', padding: 'lg' } },
  Container: { defaultProps: { size: 1160 } },
  // Every field must be filled in but those that say they needn't be: a star says nothing.
  InputWrapper: { defaultProps: { withAsterisk: false } },
  Drawer: { styles: overlayStyles },
  // Browsers give it margins, by which it would stand beside the other fields' edge.
  Fieldset: { styles: { root: { marginInline: 0 } } },
  // The placeholder is an element that a menu may not hold.
  Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
  MenuDropdown: { defaultProps: { onClickCapture: dropSecondClick } },
  Modal: { defaultProps: { radius: 'lg', centered: true }, styles: overlayStyles },
  // A line between some of the choices, and not between others, says nothing.
  SegmentedControl: { defaultProps: { withItemsBorders: false } },
  TextInput: { defaultProps: { size: 'md' } },
  PasswordInput: { defaultProps: { size: 'md' } },
  Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 3 } },
  Select: { defaultProps: { size: 'md' } },
};

export const theme = createTheme({
  colors: { pine, marigold, red, gray, dark },
  variantColorResolver,
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 4 },
  black: '#16211c',
  fontFamily,
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  defaultRadius: 'md',
  // Room grows with the letters, yet a narrow window keeps its width for them.
  spacing: {
    xs: 'min(0.625rem, 3.2vw)',
    sm: 'min(0.75rem, 4vw)',
    md: 'min(1rem, 5vw)',
    lg: 'min(1.25rem, 6.25vw)',
    xl: 'min(2rem, 10vw)',
  },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '16px', xl: '24px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontFamily: headingFamily,
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: 'clamp(1.9rem, 1.4rem + 2vw, 2.75rem)', lineHeight: '1.12' },
      h2: { fontSize: 'clamp(1.4rem, 1.2rem + 0.8vw, 1.75rem)', lineHeight: '1.22' },
      h3: { fontSize: '1.2rem', lineHeight: '1.3' },
      h4: { fontSize: '1.05rem', lineHeight: '1.35' },
    },
  },
  shadows: {
    xs: '0 1px 2px rgb(16 40 30 / 8%)',
    sm: '0 1px 2px rgb(16 40 30 / 6%), 0 4px 12px rgb(16 40 30 / 6%)',
    md: '0 2px 4px rgb(16 40 30 / 6%), 0 12px 28px rgb(16 40 30 / 10%)',
  },
  components,
});

const tinted = ['pine', 'marigold', 'red', 'gray'] as const;

/** Mantine's own tints are nearly black in dark. */
const darkTints = Object.fromEntries(
  tinted.flatMap((name) => [
    [`--mantine-color-${name}-light`, `color-mix(in srgb, var(--mantine-color-${name}-4) 16%, transparent)`],
    [`--mantine-color-${name}-light-hover`, `color-mix(in srgb, var(--mantine-color-${name}-4) 24%, transparent)`],
    [`--mantine-color-${name}-light-color`, `var(--mantine-color-${name}-2)`],
    [`--mantine-color-${name}-filled-hover`, `var(--mantine-color-${name}-3)`],
  ]),
);

/** Colours that aren't shades of one: in both schemes quiet text keeps 4.5:1, and the edge of what is filled in or ticked 3:1. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f6f8f6',
    '--mantine-color-dimmed': '#56665e',
    '--mantine-color-error': '#b42318',
    '--mantine-primary-color-contrast': '#ffffff',
    '--cursus-on-filled': '#ffffff',
    '--cursus-surface': '#ffffff',
    '--cursus-sunken': '#eef2ef',
    '--cursus-line': '#dfe6e1',
    '--cursus-field-line': '#82918a',
    '--cursus-link': '#17694a',
    '--cursus-progress': '#e5a223',
    '--cursus-track': '#e2e8e4',
  },
  dark: {
    '--mantine-color-body': '#101714',
    '--mantine-color-dimmed': '#9aa9a1',
    '--mantine-color-error': '#ff9a8d',
    ...darkTints,
    '--mantine-primary-color-contrast': '#08130e',
    '--cursus-on-filled': '#08130e',
    '--cursus-surface': '#18221e',
    '--cursus-sunken': '#0c120f',
    '--cursus-line': '#2a3731',
    '--cursus-field-line': '#6f8078',
    '--cursus-link': '#84c2a5',
    '--cursus-progress': '#f2b843',
    '--cursus-track': '#2a3731',
  },
});
