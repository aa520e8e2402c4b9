import type { Locator } from 'playwright-core';

/** A table as the screen shows it. */
export interface ScreenTable {
  headers: string[];
  rows: string[][];
  foot: string[];
  /** Whether each column is for the screen alone: it says so, or holds nothing but buttons or marks. */
  isControl: boolean[];
  /** Whether the table has more rows than are shown. */
  isPaged: boolean;
}

/** Reads the table that a button of files belongs to; nothing where the screen shows cards. */
export function readTable(button: Locator): Promise<ScreenTable | null> {
  return button.evaluate((from) => {
    let around: Element | null = from.parentElement;
    while (around && around.tagName !== 'SECTION' && !around.querySelector('table')) {
      around = around.parentElement;
    }
    const table = around?.querySelector('table');
    if (!around || !table) return null;
    const texts = (row: Element | null | undefined) =>
      [...(row?.children ?? [])].map((cell) => {
        const shown = cell.querySelector<HTMLElement>('button') ?? (cell as HTMLElement);
        // biome-ignore lint/performance/useDomNodeTextContent: what stands on a line of its own is told apart
        return shown.innerText || (cell.textContent ?? '');
      });
    const body = [...table.querySelectorAll('tbody > tr')];
    const headers = texts(table.querySelector('thead tr'));
    const marked = [...table.querySelectorAll('thead th')].map((one) =>
      one.matches('[data-control]'),
    );
    const isMark = (cell: Element | undefined) =>
      cell?.textContent?.trim() === '' && cell.querySelector('button, input') !== null;
    return {
      headers,
      rows: body.map(texts),
      foot: texts(table.querySelector('tfoot tr')),
      isControl: headers.map(
        (_, at) =>
          marked[at] === true || (body.length > 0 && body.every((row) => isMark(row.children[at]))),
      ),
      isPaged: around.querySelector('nav') !== null,
    };
  });
}

const marks = {
  es: { thousands: /\./g, decimal: ',', whole: /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/ },
  en: { thousands: /,/g, decimal: '.', whole: /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/ },
};

/** The figure that a cell of the screen says first; nothing where it says another thing. */
export function screenFigure(text: string, language: 'es' | 'en'): number | undefined {
  const [line = ''] = text
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim()
    .split('\n');
  const found = /^(?:[≈~]\s*)?([+−-]?)(?:\$\s*)?(\d[\d.,]*)(?:\s*%|\*)?$/.exec(line.trim());
  const { thousands, decimal, whole } = marks[language];
  if (!found || !whole.test(found[2] ?? '')) return undefined;
  const size = Number((found[2] ?? '').replace(thousands, '').replace(decimal, '.'));
  return found[1] === '−' || found[1] === '-' ? -size : size;
}

/** The figure of a cell as another program reads it. */
export function openedFigure(text: string): number | undefined {
  const found = /^(-?\d+(?:\.\d+)?(?:E[+-]?\d+)?)(%?)$/i.exec(text.trim());
  return found ? Number(found[1]) : undefined;
}
