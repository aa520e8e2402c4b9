import { createDepartment } from '../../server/accounts/save-department.ts';
import type { ActorContext } from '../../server/context.ts';
import { createCaller } from '../../server/http/router.ts';
import { createPlace, listPlaces } from '../../server/output/save-place.ts';
import { createOutlet } from '../../server/press/save-outlet.ts';
import { PlaceFields, PlaceList } from '../../shared/output/places.ts';
import { OutletFields } from '../../shared/press/schemas.ts';
import type { KnownNames } from './believable-clippings.ts';
import { outlets } from './la-estrella-2020-figures.ts';
import { departmentNames, places } from './la-estrella-places.ts';

/** Finds the departments and outlets of the demonstration by name, and adds the ones that are missing. */
export async function findOrAddNames(context: ActorContext): Promise<KnownNames> {
  const caller = createCaller({ ...context, actor: { ...context.actor, role: 'admin' } });
  const { rows: departments } = await caller.accounts.listDepartments({ pageSize: 200 });
  const departmentIds = new Map(departments.map((row) => [row.name, row.id]));
  for (const name of departmentNames) {
    if (departmentIds.has(name)) continue;
    departmentIds.set(name, (await createDepartment(context, { name })).id);
  }
  const { rows: known } = await caller.press.listOutlets({ pageSize: 200 });
  const outletIds = new Map(known.map((row) => [row.name, row.id]));
  for (const [medium, names] of Object.entries(outlets)) {
    for (const name of names) {
      if (outletIds.has(name)) continue;
      outletIds.set(name, (await createOutlet(context, OutletFields.parse({ name, medium }))).id);
    }
  }
  return { departmentIds, outletIds };
}

/** Where nobody met yet this year, which the list of places shows. */
const quietPlaces = ['Vereda Meleguindo', 'Barrio Suramérica'];

const typeOf = (name: string) =>
  ({ Vereda: 'vereda', Barrio: 'barrio', Sector: 'sector' })[name.split(' ')[0] ?? ''] ?? 'other';

/** Finds the places of the demonstration by name, and adds the ones that are missing. */
export async function findOrAddPlaces(context: ActorContext): Promise<Map<string, string>> {
  const { rows } = await listPlaces(context.database, PlaceList.parse({ pageSize: 200 }));
  const placeIds = new Map(rows.map((row) => [row.name, row.id]));
  for (const name of [...places, ...quietPlaces]) {
    if (placeIds.has(name)) continue;
    const fields = PlaceFields.parse({ name, placeType: typeOf(name) });
    placeIds.set(name, (await createPlace(context, fields)).id);
  }
  return placeIds;
}
