import { addDays } from '../../../shared/calendar/day.ts';
import type { Format, Measures } from '../../../shared/press/measures.ts';
import { type ClippingFields, tones } from '../../../shared/press/schemas.ts';
import { firstDay, type Size } from '../sizes.ts';
import type { BenchOutlet } from './press-offices.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { makeTitle } from './words.ts';

function makeMeasures(format: Format, random: SeededRandom): Measures {
  const share = { share: '1', isEstimated: random.whole(1, 10) === 1 };
  if (format === 'web') return { unit: 'note', ...share };
  if (format === 'print') {
    const [widthCm, heightCm] = [`${random.whole(4, 25)}.5`, `${random.whole(5, 30)}.25`];
    return { unit: 'page_area', widthCm, heightCm, ...share };
  }
  return { unit: 'second', seconds: String(random.whole(20, 240)), ...share };
}

/** Appearances from the first day to the last, in batches. */
export function* makeClippings(
  size: Size,
  outlets: readonly BenchOutlet[],
  perBatch = 10_000,
): Generator<ClippingFields[]> {
  const random = seededRandom(2);
  let batch: ClippingFields[] = [];
  for (let index = 0; index < size.clippings; index++) {
    const outlet = outlets[random.whole(0, outlets.length - 1)];
    if (!outlet) throw new Error('there are no outlets');
    batch.push({
      outletId: outlet.id,
      day: addDays(firstDay, Math.floor((index * size.days) / size.clippings)),
      format: outlet.format,
      section: '',
      isPaid: random.whole(1, 40) === 1,
      measures: makeMeasures(outlet.format, random),
      title: makeTitle(random),
      url: `https://www.example.org/notas/${index}`,
      author: random.whole(1, 2) === 1 ? `Periodista ${random.whole(1, 60)}` : null,
      tone: random.pick([...tones, null] as const),
      departmentId: null,
      notes: null,
      pageLabel: null,
      topic: null,
      spokesperson: null,
      origin: null,
      eventId: null,
      entry: 'import',
      evidenceIds: [],
      keyMessageIds: [],
    });
    if (batch.length < perBatch) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
