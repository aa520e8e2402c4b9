import { describe, expect, test } from 'vitest';
import { importClippings } from '../../../server/press/import-clippings.ts';
import { as, callerAs } from '../../support/house.ts';
import { serveHouse } from '../../support/served-house.ts';
import { previewAs } from '../../support/sheet-file.ts';
import { addColombiano, piece } from './press-records.ts';

/** An office with appearances of every kind of text and size that a file may hold. */
async function fill() {
  const served = await serveHouse();
  const { outletId } = await addColombiano(served.house);
  await importClippings(as(served.house, 'press'), [
    piece(outletId, { day: '2026-10-13', title: '=HYPERLINK("http://mal.example";"ver")' }),
    piece(outletId, { day: '2026-10-14', title: '+57 llamadas en una noche', author: "'=Ana" }),
    piece(outletId, { day: '2026-10-15', title: "'Tardes de cine' en el parque", tone: null }),
    piece(outletId, { day: '2026-10-16', title: 'Pauta; con punto y coma', isPaid: true }),
    piece(outletId, {
      day: '2026-10-17',
      title: 'Por nota',
      measures: { unit: 'note', share: '0.5', isEstimated: true },
    }),
  ]);
  return served;
}

describe('the file of the appearances, brought in again', () => {
  test.each(['csv', 'xlsx'])('says what is stored, as %s', async (format) => {
    const served = await fill();
    const viewer = await served.signedIn('viewer');
    const answer = await viewer.fetch(`/export/clippings.${format}`);
    const content = Buffer.from(await answer.arrayBuffer()).toString('base64');
    const { imports } = callerAs(served.house, 'press');
    const name = `apariciones.${format}`;
    const { import: seen, questions } = await previewAs(imports, { name, content });
    expect(questions).toEqual([]);
    expect(seen).toMatchObject({ target: 'clippings', same: 5, changed: 0, added: 0, wrong: 0 });
    expect(seen?.totals).toEqual([]);
  });
});
