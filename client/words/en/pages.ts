import type { pages as spanish } from '../es/pages.ts';

export const pages: typeof spanish = {
  extras: {
    day: 'day',
    precision: 'precision',
    source: 'source',
    capturedAt: 'captured (UTC)',
  },
};
