import { addDays } from '../../../shared/calendar/day.ts';
import { outputKinds } from '../../../shared/output/kinds.ts';
import { OutputItemFields } from '../../../shared/output/schemas.ts';
import { firstDay, type Size } from '../sizes.ts';
import { seededRandom } from './seeded-random.ts';
import { makeTitle, places } from './words.ts';

/** The fields of each kind as a form sends them when only those that must be are filled. */
const emptyFields = new Map(
  outputKinds.map(({ id }) => {
    const fields = { kind: id, title: 'x', day: firstDay };
    return [id, OutputItemFields.parse(fields)] as const;
  }),
);

const people = [null, 'Ana Zapata', 'Luz Correa', 'Mateo Ríos'] as const;

/** Output items from the first day to the last, in batches. */
export function* makeOutputItems(
  size: Size,
  departmentIds: readonly string[],
  perBatch = 10_000,
): Generator<OutputItemFields[]> {
  const random = seededRandom(1);
  const departments = [null, ...departmentIds] as const;
  let batch: OutputItemFields[] = [];
  for (let index = 0; index < size.items; index++) {
    const kind = outputKinds[random.whole(0, outputKinds.length - 1)]?.id ?? 'event';
    batch.push({
      ...emptyFields.get(kind),
      kind,
      title: makeTitle(random),
      day: addDays(firstDay, Math.floor((index * size.days) / size.items)),
      departmentId: random.pick(departments),
      place: random.pick(places),
      url: random.whole(1, 3) === 1 ? `https://www.example.org/noticias/${index}` : null,
      notes: null,
      responsible: people[index % people.length],
    } as OutputItemFields);
    if (batch.length < perBatch) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
