import type { CountFinding, CountTableDetail } from '../../indicators/count-tables/rows.ts';
import type { CountMeasure } from '../../indicators/count-tables/schemas.ts';
import { printedWith } from '../discrepancy.ts';
import { formatSubject } from '../subject.ts';

/** Ways in which a table of counts contradicts itself. */
export type TableContradictionKind =
  | 'total_does_not_sum'
  | 'total_does_not_average'
  | 'share_does_not_match';

/** A printed figure of a table that its own rows do not make. */
export interface TableContradiction {
  id: string;
  subject: string;
  label: string;
  declared: number;
  recorded: number;
  kind: TableContradictionKind;
  /** In Spanish, the language of the report. */
  explanation: string;
  asPrinted: string;
  unit: CountMeasure['unit'];
}

const kinds: Record<CountFinding['rule'], TableContradictionKind> = {
  columns: 'total_does_not_sum',
  members: 'total_does_not_sum',
  total: 'total_does_not_sum',
  average: 'total_does_not_average',
  share: 'share_does_not_match',
};

const madeBy: Record<CountFinding['rule'], string> = {
  columns: 'las columnas que lo forman suman',
  members: 'las filas que lo forman suman',
  total: 'las filas suman',
  average: 'el promedio de las filas es',
  share: 'según las filas es',
};

/** The contradictions of a table in a period, as a report would be told of them. */
export function tableContradictions(table: CountTableDetail): TableContradiction[] {
  return table.findings.flatMap((finding): TableContradiction[] => {
    const measure = table.measures.find(({ id }) => id === finding.measure);
    if (!measure) return [];
    const [declared, recorded] = [Number(finding.printed), Number(finding.worked)];
    const asPrinted = printedWith(declared, measure.unit);
    const worked = printedWith(recorded, measure.unit);
    const kind = kinds[finding.rule];
    const of = table.period?.length === 4 ? '' : ` (${table.period})`;
    const row = finding.member === null ? 'total' : `«${finding.member}»`;
    return [
      {
        id: `${kind}:${table.id}/${table.period}/${measure.id}/${finding.rule}/${finding.member ?? '*'}`,
        subject: formatSubject({ measure: 'count_table', code: table.code, column: measure.id }),
        label: `${table.name}${of}: ${measure.name}, ${row}`,
        declared,
        recorded,
        kind,
        explanation:
          `La tabla ${table.code}${of} dice ${asPrinted} en ${row === 'total' ? 'el total' : row}; ` +
          `${madeBy[finding.rule]} ${worked}.`,
        asPrinted,
        unit: measure.unit,
      },
    ];
  });
}
