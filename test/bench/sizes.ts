/** How many records a generated database holds. */
export interface Size {
  name: 'S' | 'L';
  items: number;
  clippings: number;
  pages: number;
  days: number;
}

export const firstDay = '2016-01-01';
export const firstYear = 2016;
export const years = 10;

const days = 3_650;

/** S is one municipality in ten years; L is more than any one office has. */
export const sizes: Record<Size['name'], Size> = {
  S: { name: 'S', items: 30_000, clippings: 3_000, pages: 12, days },
  L: { name: 'L', items: 1_000_000, clippings: 200_000, pages: 1_000, days },
};
