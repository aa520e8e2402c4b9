import {
  countColumnId,
  type TableOfCounts,
} from '../../../../shared/imports/sheets/targets/count-table.ts';
import { memberKeyOf } from '../../../../shared/indicators/count-tables/member-key.ts';
import { CountRowFields } from '../../../../shared/indicators/count-tables/schemas.ts';
import { Exact } from '../../../../shared/money/exact.ts';
import {
  createCountRows,
  removeCountRows,
  updateCountRow,
} from '../../../indicators/count-tables/save-count-row.ts';
import { type Destination, eachRecord } from '../destination.ts';

const parse = (fields: unknown) => CountRowFields.parse(fields);

/** Figures as a file says them, without the zeros after their decimals: 3.0 typed is no other than 3 read. */
function asRead(cells: Record<string, string>): Record<string, string> {
  const figures = Object.entries(cells).map(([id, text]) => [id, new Exact(text).toFixed()]);
  return Object.fromEntries(figures);
}

function keyOf(fields: Record<string, unknown>): string {
  const { period, ...row } = fields as unknown as CountRowFields;
  return `${period} ${memberKeyOf(row)}`;
}

/** The rows of one table of counts: a period of it has one of each name, and one printed total. */
export function countRows(table: TableOfCounts): Destination {
  const columnId = (id: string) => countColumnId(table.id, id);
  const typed = table.measures.filter(({ formula }) => formula === null);
  return {
    areas: ['indicators'],
    roles: [],
    schema: CountRowFields,
    mayRepeat: false,
    compose(values, { fileName }) {
      const isTotal = values.isTotal === true;
      const names = table.dimensions.map(({ id }) => values[columnId(id)] ?? '');
      const cells = typed.flatMap(({ id }) => {
        const figure = values[columnId(id)] ?? null;
        return figure === null ? [] : [[id, String(figure)]];
      });
      return {
        tableId: table.id,
        period: values.period,
        members: isTotal ? [] : names,
        isTotal,
        cells: Object.fromEntries(cells),
        source: values.source ?? fileName,
      };
    },
    columnOf(path) {
      const [part, name] = path.split('.');
      if (part === 'members') return columnId(table.dimensions[Number(name ?? 0)]?.id ?? '');
      return part === 'cells' && name !== undefined ? columnId(name) : path;
    },
    keyOf,
    async selectStored(db, rows) {
      const periods = [...new Set(rows.map(({ period }) => String(period)))];
      if (periods.length === 0) return [];
      const stored = await db
        .selectFrom('countRow')
        .select(['id', 'version', 'tableId', 'period', 'memberKey', 'members', 'position'])
        .select(['cells', 'source'])
        .where('tableId', '=', table.id)
        .where('period', 'in', periods)
        .where('deletedAt', 'is', null)
        .orderBy('position')
        .execute();
      return stored.map(({ id, version, memberKey, members, cells, ...fields }) => ({
        id,
        version,
        fields: {
          ...fields,
          members: JSON.parse(members) as string[],
          isTotal: memberKey === '*',
          cells: asRead(JSON.parse(cells) as Record<string, string>),
        },
      }));
    },
    create: (context, rows) => createCountRows(context, rows.map(parse)),
    update: (context, changes, ifMoved) =>
      eachRecord(changes, ifMoved, ({ at, fields }) => updateCountRow(context, at, parse(fields))),
    remove: async (context, ats) => (await removeCountRows(context, ats)).length,
  };
}
