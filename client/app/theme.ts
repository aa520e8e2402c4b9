import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The accent: one deep blue-green, dark enough for white text from its sixth shade on. */
const accent: MantineColorsTuple = [
  '#e8f6f8',
  '#d0eaee',
  '#a3d5dd',
  '#73bfcb',
  '#4dacbb',
  '#2f8f9f',
  '#0e6f80',
  '#0b5c6b',
  '#094a56',
  '#063842',
];

/** Neutral greys whose fifth shade on reaches 4.5:1 on white. */
const gray: MantineColorsTuple = [
  '#f8f9fa',
  '#f1f3f4',
  '#e6e9eb',
  '#d8dcdf',
  '#b9c0c5',
  '#69737b',
  '#566068',
  '#454e55',
  '#30373d',
  '#1c2125',
];

const dark: MantineColorsTuple = [
  '#d6dade',
  '#c0c6cb',
  '#a3abb2',
  '#8f98a0',
  '#454c53',
  '#343a40',
  '#272c31',
  '#1b1f23',
  '#15181b',
  '#0f1214',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  colors: { accent, gray, dark },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: {
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    Tooltip: {
      defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } },
    },
    // A dialog's heading is no banner of the page, which is what a bare <header> would be.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Anchor: { defaultProps: { underline: 'always' } },
    // A form that opens with its first field ready shows itself, not the list of that field.
    Select: { defaultProps: { openOnFocus: false } },
  },
});

/** Text tones that hold 4.5:1 on both grounds, which the library's own do not. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': gray[5],
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': accent[7],
    '--altavoz-ground': gray[0],
    '--altavoz-panel': '#ffffff',
    '--altavoz-line': gray[2],
    '--altavoz-good': '#1b6e3c',
  },
  dark: {
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-error': '#ff9a8f',
    '--mantine-color-anchor': accent[3],
    '--altavoz-ground': dark[8],
    '--altavoz-panel': dark[7],
    '--altavoz-line': dark[5],
    '--altavoz-good': '#7bd79f',
  },
});
