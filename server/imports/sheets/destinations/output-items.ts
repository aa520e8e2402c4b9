import { monthOf } from '../../../../shared/calendar/day.ts';
import { foldHeading } from '../../../../shared/files/table.ts';
import { OutputItemFields } from '../../../../shared/output/schemas.ts';
import { offeredState } from '../../../../shared/output/state.ts';
import { mapInSteps } from '../../../map-in-steps.ts';
import { removeOutputItems } from '../../../output/edit-output-items.ts';
import { importOutputItems } from '../../../output/import-output-items.ts';
import { selectItemsEvidence } from '../../../output/item-evidence.ts';
import { parseDetails } from '../../../output/list-output-items.ts';
import { outputCounting } from '../../../output/output-counting.ts';
import { updateOutputItems } from '../../../output/save-output-item.ts';
import type { Destination } from '../destination.ts';

const parse = (fields: unknown) => OutputItemFields.parse(fields);

const detailPrefix = 'details.';

function detailsOf(values: Readonly<Record<string, unknown>>) {
  const details = Object.entries(values).filter(
    ([id, value]) => id.startsWith(detailPrefix) && value !== null,
  );
  return Object.fromEntries(details.map(([id, value]) => [id.slice(detailPrefix.length), value]));
}

/** A meeting of a programme at a place is called so where the sheet gives it no title. */
function titleOf(values: Readonly<Record<string, unknown>>): unknown {
  if (values.title) return values.title;
  const parts = [values['details.programme'], values.place].filter(Boolean);
  return parts.length > 0 ? parts.join(': ') : values.title;
}

/** Items one by one: of a day, kind and title there may be several, as of a piece made thrice. */
export const outputItems: Destination = {
  areas: ['output'],
  roles: [],
  schema: OutputItemFields,
  mayRepeat: true,
  compose(values, { names }) {
    const own = Object.entries(values).filter(([id]) => !id.startsWith(detailPrefix));
    const details = detailsOf(values);
    const place = names.place(values.place);
    return {
      ...Object.fromEntries(own),
      ...(values.responsible ? { responsible: names.person(values.responsible) } : {}),
      // The name of the list goes along, so that a record that only wrote it is known again.
      ...(place ? { place: place.name, placeId: place.id } : {}),
      title: titleOf(values),
      ...(Object.keys(details).length > 0 ? { details } : {}),
    };
  },
  keyOf: ({ kind, day, title, place }) =>
    [kind, day, foldHeading(String(title ?? '')), foldHeading(String(place ?? ''))].join(' '),
  async selectStored(db, rows) {
    const days = rows.map(({ day }) => String(day)).sort();
    const stored = await db
      .selectFrom('outputItem')
      .select(['id', 'version', 'kind', 'title', 'day', 'startsAt', 'endsAt', 'departmentId'])
      .select(['place', 'placeId', 'responsible', 'seriesId', 'requestId', 'url', 'notes'])
      .select(['details', 'state', 'stateReason'])
      .where('day', '>=', days[0] ?? '')
      .where('day', '<=', days.at(-1) ?? '')
      .where('deletedAt', 'is', null)
      .orderBy('createdAt')
      .orderBy('id')
      .execute();
    const names = new Map(
      (await db.selectFrom('place').select(['id', 'name']).execute()).map(({ id, name }) => [
        id,
        name,
      ]),
    );
    return stored.map(({ id, version, details, ...fields }) => ({
      id,
      version,
      fields: {
        ...fields,
        place: fields.place ?? names.get(fields.placeId ?? '') ?? null,
        details: parseDetails(details),
      },
    }));
  },
  refuse: ({ state, day }, { today }) =>
    state === 'done' && String(day) > today ? { column: 'state', rule: 'done_to_come' } : undefined,
  counts: {
    counting: outputCounting,
    as: 'records',
    partsOf: (_, rows, today) =>
      (rows as unknown as OutputItemFields[]).flatMap(({ kind, day, state }) => {
        const isDone = (state ?? offeredState(day, today)) === 'done';
        return isDone ? [{ month: monthOf(day), kind, count: 1 }] : [];
      }),
  },
  takesIds: true,
  // The schema made them at their preview, and nothing else writes them.
  create: (context, rows, ids) =>
    importOutputItems(context, rows as unknown as OutputItemFields[], ids),
  async update(context, changes, ifMoved) {
    const ids = changes.map(({ at }) => at.id);
    const files = await selectItemsEvidence(context.within?.db ?? context.database.db, ids);
    const whole = await mapInSteps(changes, ({ at, fields }) => {
      const evidenceIds = (files.get(at.id) ?? []).map(({ id }) => id);
      return { at, fields: parse({ ...fields, evidenceIds }) };
    });
    return updateOutputItems(context, whole, ifMoved);
  },
  remove: async (context, ats) => (await removeOutputItems(context, ats, 'leave')).length,
};
