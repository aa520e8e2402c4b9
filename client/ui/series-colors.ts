/**
 * The colours of series: told apart in the common forms of colour blindness and in grey print
 * (after Okabe and Ito), at 3:1 or more against the panel in both themes.
 */
export const seriesColors = {
  blue: { light: '#1f6fb2', dark: '#5aa7e6' },
  orange: { light: '#c9680a', dark: '#f0a04b' },
  green: { light: '#00805f', dark: '#3fc39b' },
  purple: { light: '#8f4a8a', dark: '#d594d0' },
  sky: { light: '#2f8fcf', dark: '#9ad4ff' },
  vermilion: { light: '#b83a24', dark: '#f3877a' },
  yellow: { light: '#9a7a00', dark: '#e6cf5a' },
  grey: { light: '#6b7680', dark: '#a3abb2' },
} as const;

export type SeriesColor = keyof typeof seriesColors;
