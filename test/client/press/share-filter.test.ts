import { expect, test } from 'vitest';
import { filterOf } from '../../../client/press/clipping-query.ts';
import { readPressSearch } from '../../../client/press/press-search.ts';
import { filterOfShare, filterOfTone } from '../../../client/press/share-filter.ts';
import { ClippingFilter } from '../../../shared/press/clipping-list.ts';
import { coverageParts } from '../../../shared/press/coverage.ts';

const days = { from: '2026-11-01', to: '2026-11-30' };
const id = '00000000-0000-7000-8000-000000000001';
const keys = { medium: 'radio', origin: 'reactive', outlet: id, department: id } as const;

/** What the list is asked for once a share has been opened and its address read back. */
function askedOf(filters: Record<string, unknown>) {
  const address = readPressSearch({ ...filters, standing: 'counted' });
  return ClippingFilter.parse(filterOf(address, days));
}

test.each(coverageParts)(
  'a share by %s opens only the appearances that count and make it',
  (part) => {
    const key = part in keys ? keys[part as keyof typeof keys] : 'Parque';
    const asked = askedOf(filterOfShare(part, { key }));
    expect(asked).toMatchObject({ ...days, standing: 'counted', lacking: [] });
    expect(Object.values(asked)).toContain(key);
  },
);

test.each(['topic', 'department', 'origin', 'spokesperson'] as const)(
  'the share of which nobody said the %s opens those that lack it',
  (part) => {
    expect(askedOf(filterOfShare(part, { key: null })).lacking).toEqual([part]);
  },
);

test('a bar opens the appearances of its tone, also those of none', () => {
  expect(askedOf(filterOfTone('negative')).tone).toBe('negative');
  expect(askedOf(filterOfTone('unclassified')).tone).toBe('unclassified');
});
