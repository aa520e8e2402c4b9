import { foldForSearch } from '../../records.ts';
import type { CountRowFields } from './schemas.ts';

/** What a row is told apart by within its table and period, as folded text; `*` is the printed total. */
export function memberKeyOf({
  isTotal,
  members,
}: Pick<CountRowFields, 'isTotal' | 'members'>): string {
  const folded = members.map((name) => foldForSearch(name).replace(/\s+/g, ' '));
  return isTotal ? '*' : folded.join(' · ');
}
