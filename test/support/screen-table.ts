import type { Locator } from 'playwright-core';

/** A table as the screen shows it. */
export interface ScreenTable {
  headers: string[];
  rows: string[][];
  foot: string[];
  /** Whether each column holds nothing but buttons, marks or drawings. */
  isControl: boolean[];
  /** Whether the table has more rows than are shown. */
  isPaged: boolean;
}

/** Reads the table that a button of files belongs to; nothing where the screen shows cards. */
export function readTable(button: Locator): Promise<ScreenTable | null> {
  return button.evaluate((from) => {
    let around: Element | null = from.parentElement;
    while (around && !around.querySelector('table')) around = around.parentElement;
    const table = around?.querySelector('table');
    if (!around || !table || around.querySelectorAll('table').length > 2) return null;
    const texts = (row: Element | null | undefined) =>
      [...(row?.children ?? [])].map(
        (cell) => (cell as HTMLElement).innerText || cell.textContent || '',
      );
    const body = [...table.querySelectorAll('tbody > tr')];
    const headers = texts(table.querySelector('thead tr'));
    const saysNothing = (cell: Element | undefined) =>
      cell !== undefined &&
      (cell.textContent?.trim() === '' || cell.querySelector('input[type=checkbox]') !== null) &&
      cell.querySelector('button, input, a, svg') !== null;
    return {
      headers,
      rows: body.map(texts),
      foot: texts(table.querySelector('tfoot tr')),
      isControl: headers.map(
        (_, at) => body.length > 0 && body.every((row) => saysNothing(row.children[at])),
      ),
      isPaged: around.querySelector('nav') !== null,
    };
  });
}

const marks = { es: { thousands: /\./g, decimal: ',' }, en: { thousands: /,/g, decimal: '.' } };

/** The figure that a cell of the screen says first; nothing where it says another thing. */
export function screenFigure(text: string, language: 'es' | 'en'): number | undefined {
  const [line = ''] = text
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim()
    .split('\n');
  const found = /^(?:[≈~]\s*)?([+−-]?)(?:\$\s*)?(\d[\d.,]*)(?:\s*%|\*)?$/.exec(line.trim());
  if (!found) return undefined;
  const { thousands, decimal } = marks[language];
  const size = Number((found[2] ?? '').replace(thousands, '').replace(decimal, '.'));
  return found[1] === '−' || found[1] === '-' ? -size : size;
}

/** The figure of a cell as another program reads it. */
export function openedFigure(text: string): number | undefined {
  const found = /^(-?\d+(?:\.\d+)?(?:E[+-]?\d+)?)(%?)$/i.exec(text.trim());
  return found ? Number(found[1]) : undefined;
}
