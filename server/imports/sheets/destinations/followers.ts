import { z } from 'zod';
import { TypedSnapshot } from '../../../../shared/social/schemas.ts';
import {
  importFigures,
  removeImportedFigures,
  selectImportedFigures,
  updateImportedFigure,
} from '../../../social/import-figures.ts';
import { type Destination, eachRecord } from '../destination.ts';

/** A figure that a sheet brings: of followers, and exact, where it says nothing else. */
const SheetFigure = z.preprocess(
  (fields: Record<string, unknown>) => ({ metric: 'followers', precision: 'exact', ...fields }),
  TypedSnapshot,
);

const parse = (fields: unknown) => TypedSnapshot.parse(fields);

/** Figures of fan pages: of a page and a day there is one of each. */
export const followers: Destination = {
  areas: ['social'],
  roles: [],
  schema: SheetFigure,
  mayRepeat: false,
  compose: (values, { rounded }) => ({
    ...values,
    precision: rounded.includes('value') ? 'rounded' : 'exact',
  }),
  keyOf: ({ pageId, metric, day }) => [pageId, metric, day].join(' '),
  refuse: ({ day }, { today }) =>
    String(day) > today ? { column: 'day', rule: 'day_to_come' } : undefined,
  async selectStored(db, rows) {
    const days = rows.map(({ day }) => String(day)).sort();
    const stored = await selectImportedFigures(db, days[0] ?? '', days.at(-1) ?? '');
    return stored.map(({ figure, ...at }) => ({ ...at, fields: { ...figure } }));
  },
  create: (context, rows) => importFigures(context, rows.map(parse)),
  update: (context, changes, ifMoved) =>
    eachRecord(changes, ifMoved, ({ at, fields }) =>
      updateImportedFigure(context, at, parse(fields)),
    ),
  remove: removeImportedFigures,
};
