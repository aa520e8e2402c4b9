import { z } from 'zod';
import { monthOf } from '../../../../shared/calendar/day.ts';
import { foldHeading } from '../../../../shared/files/table.ts';
import { channelOf, type Medium } from '../../../../shared/press/channels.ts';
import { ClippingFields } from '../../../../shared/press/schemas.ts';
import { mapInSteps } from '../../../map-in-steps.ts';
import { importClippings } from '../../../press/import-clippings.ts';
import { selectLinks } from '../../../press/link-clipping.ts';
import { pressCounting } from '../../../press/press-counting.ts';
import { removeClippings } from '../../../press/save-clipping.ts';
import { updateClippings } from '../../../press/update-clippings.ts';
import type { Destination } from '../destination.ts';

type Fields = Record<string, unknown>;

/** A statement takes only so many parameters. */
const idsAtATime = 500;

/** An appearance that a sheet brings; without a size it counts as one note. */
const SheetClipping = z.preprocess(
  (fields: Fields) => ({ entry: 'import', measures: { unit: 'note' }, ...fields }),
  ClippingFields,
);

const parse = (fields: unknown) => ClippingFields.parse(fields);

/** The size of an appearance by the columns that a row fills in. */
function measuresOf({ seconds, columns, widthCm, heightCm }: Fields): Fields {
  if (seconds !== undefined) return { measures: { unit: 'second', seconds } };
  if (columns !== undefined) return { measures: { unit: 'column_cm', columns, heightCm } };
  if (widthCm === undefined && heightCm === undefined) return {};
  return { measures: { unit: 'page_area', widthCm, heightCm } };
}

/** Appearances one by one: of a day, outlet and title there may be several. A closed month takes none. */
export const clippings: Destination = {
  areas: ['press'],
  roles: ['press'],
  schema: SheetClipping,
  mayRepeat: true,
  compose(values, { names }) {
    const { seconds: _s, columns: _c, widthCm: _w, heightCm: _h, ...own } = values;
    const people = (['author', 'spokesperson'] as const).flatMap((id) =>
      own[id] ? [[id, names.person(own[id])]] : [],
    );
    return { ...own, ...Object.fromEntries(people), ...measuresOf(values) };
  },
  columnOf: (path) => (path === 'measures.unit' ? 'format' : path.replace(/^measures\./, '')),
  keyOf: ({ outletId, day, title }) => [outletId, day, foldHeading(String(title ?? ''))].join(' '),
  async selectStored(db, rows) {
    const days = rows.map(({ day }) => String(day)).sort();
    const stored = await db
      .selectFrom('clipping')
      .select(['id', 'version', 'outletId', 'format', 'section', 'day', 'title', 'url', 'author'])
      .select(['tone', 'isPaid', 'departmentId', 'notes', 'pageLabel', 'topic', 'spokesperson'])
      .select(['origin', 'eventId', 'entry', 'measures'])
      .where('day', '>=', days[0] ?? '')
      .where('day', '<=', days.at(-1) ?? '')
      .where('deletedAt', 'is', null)
      .orderBy('createdAt')
      .orderBy('id')
      .execute();
    const links: Awaited<ReturnType<typeof selectLinks>> = new Map();
    for (let start = 0; start < stored.length; start += idsAtATime) {
      const some = stored.slice(start, start + idsAtATime).map(({ id }) => id);
      for (const [id, own] of await selectLinks(db, some)) links.set(id, own);
    }
    return stored.map(({ id, version, isPaid, measures, ...fields }) => ({
      id,
      version,
      fields: {
        ...fields,
        ...links.get(id),
        isPaid: isPaid === 1,
        measures: JSON.parse(measures) as unknown,
      },
    }));
  },
  refuse: ({ day }, { today }) =>
    String(day) > today ? { column: 'day', rule: 'day_to_come' } : undefined,
  counts: {
    counting: pressCounting,
    as: 'records',
    async partsOf(db, rows) {
      const outlets = await db
        .selectFrom('outlet')
        .select(['id', 'medium', 'isOwnChannel'])
        .execute();
      const byId = new Map(outlets.map((outlet) => [outlet.id, outlet]));
      return rows.flatMap(({ outletId, day, isPaid }) => {
        const outlet = byId.get(String(outletId));
        if (!outlet || outlet.isOwnChannel === 1 || isPaid === true) return [];
        const kind = channelOf(outlet.medium as Medium);
        return [{ month: monthOf(String(day)), kind, count: 1 }];
      });
    },
  },
  async create(context, rows) {
    const ids = await importClippings(context, rows.map(parse));
    return ids.map((id) => ({ id, version: 1 }));
  },
  async update(context, changes, ifMoved) {
    const whole = await mapInSteps(changes, ({ at, fields }) => ({ at, fields: parse(fields) }));
    return updateClippings(context, whole, ifMoved);
  },
  remove: async (context, ats) => (await removeClippings(context, ats)).length,
};
