import { writeFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';

/** Writes a workbook of so many pieces, no two of them alike. */
export function writeWorkbook(file: string, rows: number): void {
  const cells: unknown[][] = [
    ['Fecha', 'Tipo', 'Título', 'Dependencia', 'Lugar', 'Responsable'],
    ...Array.from({ length: rows }, (_, at) => [
      new Date(Date.UTC(2020, at % 12, 1 + (at % 28))),
      'Pieza gráfica',
      `Pieza número ${at}`,
      '',
      `Barrio ${at % 90}`,
      'Oficina de comunicaciones',
    ]),
  ];
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(cells, { cellDates: true, UTC: true });
  utils.book_append_sheet(book, sheet, 'Piezas');
  const options = { type: 'buffer', bookType: 'xlsx', compression: true } as const;
  writeFileSync(file, write(book, options) as Buffer);
}
