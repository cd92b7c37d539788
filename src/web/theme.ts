import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Ink navy; the tints that components ask for are set in theme.css, so that no style element is written at run time. */
const navy: MantineColorsTuple = [
  '#eef2f6',
  '#dbe3eb',
  '#b9c7d5',
  '#94a9be',
  '#7189a3',
  '#54708d',
  '#3d5873',
  '#2c435b',
  '#1b2a3a',
  '#131f2c',
];

export const theme = createTheme({
  primaryColor: 'navy',
  primaryShade: { light: 8, dark: 3 },
  colors: { navy },
  defaultRadius: 'sm',
  fontFamily: 'inherit',
  respectReducedMotion: true,
  cursorType: 'pointer',
});
