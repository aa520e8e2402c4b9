import { importClippings } from '../../../server/press/import-clippings.ts';
import type { ClippingFields } from '../../../shared/press/schemas.ts';
import { as, callerAs, makeHouse } from '../../support/house.ts';
import { addApprovedColombiano, piece } from './press-records.ts';

/** Six appearances: four valued pieces of November, one of October without a rate, one paid. */
export async function fileSix() {
  const house = await makeHouse();
  const { press } = callerAs(house, 'press');
  const { outletId } = await addApprovedColombiano(house);
  const radio = await press.createOutlet({ name: 'Caracol Radio', medium: 'radio' });
  const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}`;
  const rows: ClippingFields[] = [
    ...[1, 2, 3, 4].map((number) =>
      piece(outletId, { day: day(number), title: `Nota ${number}`, tone: 'neutral' }),
    ),
    piece(radio.id, {
      day: '2026-10-30',
      format: 'radio',
      title: 'Entrevista al alcalde 100%',
      author: 'Ana Gómez',
      tone: null,
      measures: { unit: 'second', seconds: '90', share: '1', isEstimated: false },
    }),
    piece(outletId, { day: day(5), title: 'Aviso', isPaid: true, tone: 'positive' }),
  ];
  const ids = await importClippings(as(house, 'press'), rows);
  return { house, press, outletId, radioId: radio.id, ids };
}
