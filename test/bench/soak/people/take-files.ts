import type { SeededRandom } from '../../generate/seeded-random.ts';
import type { Desk } from '../desk.ts';

/** Takes the appearances of a search away as a file, which may be all of them. */
export async function takeFile(desk: Desk, random: SeededRandom): Promise<void> {
  const format = random.pick(['csv', 'xlsx'] as const);
  const input = { search: random.pick(['', 'feria', 'salud'] as const), order: 'author_asc' };
  const path = `/export/clippings.${format}?input=${encodeURIComponent(JSON.stringify(input))}`;
  await desk.fetch(`export of clippings as ${format}`, path, undefined, true);
}
