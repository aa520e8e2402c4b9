import { DepartmentFields } from '../../../../shared/accounts/schemas.ts';
import { foldForSearch } from '../../../../shared/records.ts';
import {
  createDepartment,
  removeDepartment,
  updateDepartment,
} from '../../../accounts/save-department.ts';
import { type Destination, eachRecord, oneByOne, removeEach } from '../destination.ts';

const parse = (fields: unknown) => DepartmentFields.parse(fields);

/** Departments, each by its name. */
export const departments: Destination = {
  areas: ['accounts'],
  roles: [],
  schema: DepartmentFields,
  mayRepeat: false,
  compose: (values) => ({ ...values }),
  keyOf: ({ name }) => foldForSearch(String(name ?? '')),
  async selectStored(db) {
    const stored = await db
      .selectFrom('department')
      .select(['id', 'version', 'name'])
      .where('deletedAt', 'is', null)
      .execute();
    return stored.map(({ id, version, ...fields }) => ({ id, version, fields }));
  },
  create: (context, rows) => oneByOne(rows, (fields) => createDepartment(context, parse(fields))),
  update: (context, changes, ifMoved) =>
    eachRecord(changes, ifMoved, ({ at, fields }) => updateDepartment(context, at, parse(fields))),
  remove: (context, ats) => removeEach(ats, (at) => removeDepartment(context, at)),
};
