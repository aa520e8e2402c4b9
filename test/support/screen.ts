import type { Page } from 'playwright-core';

/** A table as it stands on the screen: the texts of its heading, its rows and its foot. */
export interface ScreenTable {
  heading: string[];
  rows: string[][];
  foot: string[];
}

/** Reads the table whose caption is this one, once its rows are there. */
export async function readTable(page: Page, caption: string): Promise<ScreenTable> {
  const table = page
    .locator('table', { has: page.locator('caption', { hasText: caption }) })
    .first();
  await table.locator('tbody th').first().waitFor({ state: 'attached' });
  return table.evaluate((element) => {
    const texts = (row: Element | null) =>
      [...(row?.children ?? [])].map((cell) =>
        (cell.textContent ?? '').replace(/\s+/g, ' ').trim(),
      );
    return {
      heading: texts(element.querySelector('thead tr')),
      rows: [...element.querySelectorAll('tbody tr')].map(texts),
      foot: texts(element.querySelector('tfoot tr')),
    };
  });
}

/** A whole number as the screen writes it: `24.591`. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Pesos as the screen writes them: `$ 505.048.327`. */
export function pesos(value: number): string {
  return `$ ${count(value)}`;
}

/** The whole number that a text of the screen holds, its thousands marked with points. */
export function numberIn(text: string): number {
  const digits = text.replace(/[^\d-]/g, '');
  if (digits === '') throw new Error(`there is no number in: ${text}`);
  return Number(digits);
}
