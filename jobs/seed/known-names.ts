import { createDepartment } from '../../server/accounts/save-department.ts';
import type { ActorContext } from '../../server/context.ts';
import { createCaller } from '../../server/http/router.ts';
import { createOutlet } from '../../server/press/save-outlet.ts';
import { OutletFields } from '../../shared/press/schemas.ts';
import type { KnownNames } from './believable-clippings.ts';
import { outlets } from './la-estrella-2020-figures.ts';
import { departmentNames } from './la-estrella-places.ts';

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
