import i18next from 'i18next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, test } from 'vitest';
import {
  useCountColumns,
  useCountFile,
} from '../../../../client/indicators/tables/count-columns.tsx';
import { composeExport, type ExportTable } from '../../../../client/ui/export-table.ts';
import { writeCsv, writeXlsx } from '../../../../client/ui/write-spreadsheet.ts';
import { countTables as english } from '../../../../client/words/en/count-tables.ts';
import { countTables as spanish } from '../../../../client/words/es/count-tables.ts';
import type {
  CountRow,
  CountTableDetail,
} from '../../../../shared/indicators/count-tables/rows.ts';
import { rowsOf, tables, totalOf, typedOf } from '../../../support/count-table-files.ts';
import { callerAs, makeHouse } from '../../../support/house.ts';
import { importAs } from '../../../support/sheet-file.ts';

type Language = 'es' | 'en';

async function wordsIn(language: Language) {
  const words = i18next.createInstance();
  await words.init({
    lng: language,
    resources: { es: { countTables: spanish }, en: { countTables: english } },
    interpolation: { escapeValue: false },
  });
  return words;
}

interface Shown {
  table: CountTableDetail;
  onFile(file: ExportTable): void;
}

/** The part of the screen of a table that composes its file. */
function Screen({ table, onFile }: Shown) {
  const columns = useCountColumns(table);
  const file = useCountFile(table);
  onFile(composeExport({ title: table.name, columns, rows: table.rows, ...file }));
  return null;
}

/** The file of a table as its screen composes it. */
async function exportOf(table: CountTableDetail, language: Language): Promise<ExportTable> {
  const made: ExportTable[] = [];
  const screen = createElement(Screen, { table, onFile: (file) => made.push(file) });
  const i18n = await wordsIn(language);
  renderToStaticMarkup(createElement(I18nextProvider, { i18n }, screen));
  const [file] = made;
  if (!file) throw new Error('the screen composed no file');
  return file;
}

const formats: Record<string, (file: ExportTable, language: Language) => Blob | Promise<Blob>> = {
  csv: (file, language) => writeCsv(file, language === 'es' ? 'es-CO' : 'en-US'),
  xlsx: (file, language) =>
    writeXlsx(file, {
      name: language === 'es' ? 'Acerca de' : 'About',
      lines: [
        ['Entidad', 'Alcaldía de La Estrella'],
        ['Período', 'enero a diciembre de 2031'],
      ],
    }),
};

async function makeOffice() {
  const { imports, indicators } = callerAs(await makeHouse(), 'coordinator');
  await indicators.addUsualTables();
  const { rows } = await indicators.listTables({});
  const idOf = (code: string) => rows.find((row) => row.code === code)?.id ?? '';
  return { imports, indicators, idOf };
}

type Table = (typeof tables)[number];
type Office = Awaited<ReturnType<typeof makeOffice>>;

/** Figures as text, the absent ones left out. */
const cellsOf = (table: Table, figures: readonly (string | null | undefined)[]) =>
  Object.fromEntries(
    typedOf(table).flatMap(({ id }, at) => (figures[at] ? [[id, figures[at]]] : [])),
  );

/** Types the rows of a table, its printed total too where it has one. */
async function type({ indicators, idOf }: Office, table: Table, period: string, printed: boolean) {
  const common = { tableId: idOf(table.code), period };
  const names = table.dimensions.length;
  const rows = rowsOf(table).map((row, at) => ({
    ...common,
    members: row.slice(0, names),
    cells: cellsOf(table, row.slice(names)),
    source: `Secretaría ${at % 3}`,
  }));
  const totals = typedOf(table).map((measure) => totalOf(table, measure));
  const hasTotal = printed && typedOf(table).length > 0;
  const total = {
    ...common,
    isTotal: true,
    cells: cellsOf(
      table,
      totals.map((one) => one?.toString()),
    ),
    source: 'Informe de gestión',
  };
  await indicators.createRows({ rows: [...rows, ...(hasTotal ? [total] : [])] });
}

const saidBy = ({ members, isTotal, cells, source, period }: CountRow) => ({
  members,
  isTotal,
  source,
  period,
  cells: Object.fromEntries(Object.entries(cells).map(([id, text]) => [id, Number(text)])),
});

const contentOf = ({ rows, printed }: CountTableDetail) =>
  [...rows, ...(printed ? [printed] : [])].map(saidBy);

const cases = [
  { language: 'es', format: 'csv', printed: true },
  { language: 'es', format: 'xlsx', printed: false },
  { language: 'en', format: 'csv', printed: false },
  { language: 'en', format: 'xlsx', printed: true },
] as const;

describe('every usual table of counts, saved by its screen and brought in again', () => {
  test.each(cases)(
    'in $language as $format (its total printed: $printed) is the same table, rows, figures, period and sources',
    async ({ language, format, printed }) => {
      const [first, second] = [await makeOffice(), await makeOffice()];
      for (const [at, table] of tables.entries()) {
        const period = ['2026', '2026-Q3', '2026-03'][at % 3] ?? '2026';
        await type(first, table, period, printed);
        const kept = await first.indicators.readTable({ id: first.idOf(table.code), period });
        const blob = await formats[format]?.(await exportOf(kept, language), language);
        const bytes = Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
        const file = { name: `tabla.${format}`, content: bytes.toString('base64') };
        const { made } = await importAs(second.imports, file);
        const id = second.idOf(table.code);
        const added = contentOf(kept).length;
        expect(made, table.code).toMatchObject({ target: `count_table_${id}`, added, wrong: 0 });
        const brought = await second.indicators.readTable({ id });
        expect(brought.period).toBe(period);
        expect(contentOf(brought), table.code).toEqual(contentOf(kept));
        const again = await importAs(first.imports, file);
        expect(again.made, table.code).toMatchObject({ added: 0, changed: 0, wrong: 0 });
      }
    },
  );
});
