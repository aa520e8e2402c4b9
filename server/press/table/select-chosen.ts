import { AltavozFailure } from '../../../shared/failure.ts';
import { type ClippingSelection, mostInBatch } from '../../../shared/press/clipping-batch.ts';
import type { ClippingFilter } from '../../../shared/press/clipping-list.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import type { Write } from '../../transaction.ts';
import { bindValues } from './bind-values.ts';
import { filteredClippings } from './filter-clippings.ts';
import type { FilterShape, Values } from './list-shape.ts';
import { prepareFilter } from './prepare-filter.ts';

/** A filter whose way of searching is chosen: that looks at the database, so it is done before a write begins. */
interface PreparedFilter {
  shape: FilterShape;
  values: Values;
}

/** Makes the filter of a selection ready; nothing where appearances were chosen by hand. */
export async function prepareSelection(
  database: OpenDatabase,
  selection: ClippingSelection,
): Promise<PreparedFilter | undefined> {
  if (selection.by === 'rows') return undefined;
  const filter: ClippingFilter = { ...selection.filter, removed: false };
  const asked = { order: 'day_desc' as const, upTo: mostInBatch };
  const { shapes, values } = await prepareFilter(database, filter, asked);
  return { shape: shapes.totals, values };
}

async function selectFiltered(
  write: Write,
  { shape, values }: PreparedFilter,
): Promise<{ id: string }[]> {
  const query = filteredClippings(write.db, shape)
    .select('id')
    .orderBy('id')
    .limit(mostInBatch + 1)
    .compile();
  const plain = write.db.withoutPlugins();
  return (await plain.executeQuery(bindValues(query, values))).rows;
}

/**
 * The appearances of a selection and, where they were chosen by hand, the version seen of each.
 * @throws {AltavozFailure} `selection_moved` when a filter finds other than as many as were seen;
 * `selection_too_large`.
 */
export async function selectChosen(
  write: Write,
  selection: ClippingSelection,
  prepared: PreparedFilter | undefined,
): Promise<Map<string, number | undefined>> {
  if (selection.by === 'rows' || !prepared) {
    const ats = selection.by === 'rows' ? selection.ats : [];
    return new Map(ats.map(({ id, version }) => [id, version]));
  }
  const found = await selectFiltered(write, prepared);
  if (found.length > mostInBatch) {
    throw new AltavozFailure({ code: 'selection_too_large', limit: mostInBatch });
  }
  if (found.length !== selection.count) {
    throw new AltavozFailure({ code: 'selection_moved', found: found.length });
  }
  return new Map(found.map(({ id }) => [id, undefined]));
}
