import { SheetIndicator } from '../../../../shared/indicators/sheet-indicator.ts';
import { foldForSearch } from '../../../../shared/records.ts';
import {
  importIndicator,
  removeImportedIndicator,
  updateImportedIndicator,
} from '../../../indicators/import-indicator.ts';
import { selectSheetIndicators } from '../../../indicators/select-sheet-indicators.ts';
import {
  type Destination,
  eachRecord,
  oneByOne,
  removeEach,
  type StoredRecord,
} from '../destination.ts';

const parse = (fields: unknown) => SheetIndicator.parse(fields);

const nameOf = ({ plan, name }: Record<string, unknown>) =>
  `${plan} ${foldForSearch(String(name ?? ''))}`;

const keyOf = (fields: Record<string, unknown>) => `${fields.year} ${nameOf(fields)}`;

/** Whether another indicator has the code of a row. */
function isCodeTaken(fields: Record<string, unknown>, others: readonly StoredRecord[]): boolean {
  if (fields.code === null) return false;
  const code = foldForSearch(String(fields.code));
  return others.some(
    (one) =>
      one.fields.code !== null &&
      foldForSearch(String(one.fields.code)) === code &&
      nameOf(one.fields) !== nameOf(fields),
  );
}

/** Indicators with what a plan asks of a year of each, and what came of it. */
export const indicators: Destination = {
  areas: ['indicators'],
  roles: [],
  schema: SheetIndicator,
  mayRepeat: false,
  compose: (values, { fileName }) => ({ ...values, source: values.source ?? fileName }),
  keyOf,
  async selectStored(db, rows) {
    const years = [...new Set(rows.map(({ year }) => Number(year)))];
    const stored = await selectSheetIndicators(db, years);
    // Nobody renames an indicator by leaving an accent out.
    const spelled = new Map(rows.map((row) => [keyOf(row), row.name]));
    return stored.map(({ id, version, fields, isTyped }) => ({
      id,
      version,
      fields: { ...fields, name: spelled.get(keyOf(fields)) ?? fields.name, isTyped },
    }));
  },
  refuse(fields, { id, others }) {
    const known = others.find((one) => one.id === id)?.fields;
    if (fields.achieved !== null && known?.isTyped === false) {
      return { column: 'achieved', rule: 'worked_out' };
    }
    return isCodeTaken(fields, others) ? { column: 'code', rule: 'code_taken' } : undefined;
  },
  create: (context, rows) => oneByOne(rows, (fields) => importIndicator(context, parse(fields))),
  update: (context, changes, ifMoved) =>
    eachRecord(changes, ifMoved, ({ at, fields }) =>
      updateImportedIndicator(context, at, parse(fields)),
    ),
  remove: (context, ats) => removeEach(ats, (at) => removeImportedIndicator(context, at)),
};
