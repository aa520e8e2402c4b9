import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { exportingScreens } from '../support/exporting-screens.ts';
import { demoBrowser, type Journey } from '../support/journey.ts';
import { type Opened, openWorkbooks } from '../support/other-program.ts';
import {
  openedFigure,
  readTable,
  type ScreenTable,
  screenFigure,
} from '../support/screen-table.ts';

const { enter } = demoBrowser();

type Language = 'es' | 'en';
const words = {
  es: { save: /^Guardar en un archivo|^Guardar las apariciones/, xlsx: 'Hoja de cálculo (XLSX)' },
  en: { save: /^Save as a file/, xlsx: 'Spreadsheet (XLSX)' },
};

const others = ['otros', 'others'];

interface Saved {
  screen: string;
  from: string;
  path: string;
  table: ScreenTable | null;
}

/** Saves every table and chart of a screen, with what the screen says of each. */
async function saveAll(screen: string, language: Language, folder: string, { page }: Journey) {
  await page.goto(screen);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  // Parts that come when they are needed may still be drawn after the last answer.
  await page.waitForFunction(() => !document.querySelector('.mantine-Skeleton-root'));
  const saved: Saved[] = [];
  const buttons = page.getByRole('button', { name: words[language].save });
  for (let at = 0; at < (await buttons.count()); at += 1) {
    const button = buttons.nth(at);
    const label = (await button.getAttribute('aria-label')) ?? '';
    const table = await readTable(button);
    await button.click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: words[language].xlsx }).click(),
    ]);
    const path = join(
      folder,
      `${exportingScreens.indexOf(screen as never)}-${at}-${download.suggestedFilename()}`,
    );
    await download.saveAs(path);
    saved.push({ screen, from: `${language} ${screen} ${label}`, path, table });
  }
  return saved;
}

const isTotal = (row: readonly string[] | undefined) => row?.[0] === 'Total';

/** What a file adds up in one column, and the total that it says. */
function addedUp([, ...all]: Opened, column: number) {
  const rows = isTotal(all.at(-1)) ? all.slice(0, -1) : all;
  return {
    total: openedFigure(all.at(-1)?.[column] ?? ''),
    added: rows.reduce((sum, row) => sum + (openedFigure(row[column] ?? '') ?? 0), 0),
  };
}

/** What the figures of one column of the screen come to otherwise than in the file. */
function sumDifferences(
  table: ScreenTable,
  at: number,
  opened: Opened,
  column: number,
  language: Language,
) {
  const found: string[] = [];
  const { total, added } = addedUp(opened, column);
  const foot = screenFigure(table.foot[at] ?? '', language);
  if (foot !== undefined && total !== foot) found.push(`total ${foot}, in the file ${total}`);
  const shown = table.rows.map((row) => screenFigure(row[at] ?? '', language));
  if (table.isPaged || shown.every((value) => value === undefined)) return found;
  const onScreen = shown.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  // Shares are shown with one decimal.
  if (Math.abs(onScreen - added) <= 0.05 * shown.length) return found;
  return [...found, `the screen adds up to ${onScreen}, the file to ${added}`];
}

/** What one column of a file says otherwise than the screen. */
function columnDifferences(table: ScreenTable, at: number, opened: Opened, language: Language) {
  const header = table.headers[at] ?? '';
  const [headers = []] = opened;
  const column = headers.findIndex((one) => one === header || one.startsWith(`${header} (`));
  if (table.isControl[at]) return column < 0 ? [] : ['a column of the screen alone'];
  // The drawing puts the smallest series together; the file has each.
  if (others.includes(header)) return [];
  if (column < 0) return ['not in the file'];
  if (at === 0) return [];
  const found = sumDifferences(table, at, opened, column, language);
  const isMoney = table.rows.some((row) => row[at]?.trim().startsWith('$'));
  if (isMoney && !headers[column]?.includes('pesos')) found.push('money without its unit');
  return found;
}

/** What of a file is not what its screen says. */
function differences({ table }: Saved, opened: Opened, language: Language): string[] {
  if (!table) return [];
  return table.headers.flatMap((header, at) =>
    columnDifferences(table, at, opened, language).map((what) => `${header}: ${what}`),
  );
}

/** Days that a file keeps as words. */
const wordyDay =
  /^\d{1,2} (?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|jan|apr|aug|dec) \d{4}/;

/** What is wrong with a saved file, as another program opens it. */
function faultsOf(one: Saved, opened: Opened | undefined, language: Language): string[] {
  if (!opened) return ['cannot be opened'];
  const found = differences(one, opened, language);
  const wordy = opened.flat().find((cell) => wordyDay.test(cell));
  if (wordy) found.push(`a day in words, ${wordy}`);
  if (!one.path.includes('alcaldia-de-la-estrella'))
    found.push('its name does not say whose it is');
  const book = read(readFileSync(one.path));
  const [, about = ''] = book.SheetNames;
  const [[, entity] = []] = utils.sheet_to_json<string[]>(book.Sheets[about] ?? {}, { header: 1 });
  if (entity !== 'Alcaldía de La Estrella') found.push('it does not say whose it is');
  return found;
}

async function walkSome(
  screens: readonly string[],
  language: Language,
  folder: string,
): Promise<Saved[]> {
  const journey = await enter('admin', '/');
  await journey.page.evaluate((one) => localStorage.setItem('altavoz-language', one), language);
  const saved: Saved[] = [];
  for (const screen of screens) saved.push(...(await saveAll(screen, language, folder, journey)));
  return saved;
}

/** In two windows at once: most of the time of a screen is spent waiting for it. */
async function walk(language: Language, folder: string): Promise<Saved[]> {
  const halves = [0, 1].map((half) => exportingScreens.filter((_, at) => at % 2 === half));
  const saved = await Promise.all(halves.map((some) => walkSome(some, language, folder)));
  return saved.flat();
}

/** Everything that is wrong with the files of all screens, in one language. */
async function faultsIn(language: Language): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'altavoz-saved-'));
  const saved = await walk(language, folder);
  const opened = openWorkbooks(saved.map(({ path }) => path));
  const walked = new Set(saved.map(({ screen }) => screen));
  const empty = exportingScreens.filter((screen) => !walked.has(screen));
  return [
    ...empty.map((screen) => `${language} ${screen}: no file is offered`),
    ...saved.flatMap((one) =>
      faultsOf(one, opened.get(one.path), language).map((what) => `${one.from}: ${what}`),
    ),
  ];
}

describe('every file that is saved', () => {
  test('opened by another program and added up, is what its screen says, in both languages', {
    timeout: 300_000,
  }, async () => {
    const found = await Promise.all([faultsIn('es'), faultsIn('en')]);
    expect(found.flat()).toEqual([]);
  });
});
