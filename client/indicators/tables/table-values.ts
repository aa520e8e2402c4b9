import type { CountTableRow } from '../../../shared/indicators/count-tables/rows.ts';
import type { MeasureUnit, TotalRule } from '../../../shared/indicators/count-tables/schemas.ts';
import { fieldName } from '../../ui/field-name.ts';

/** A column of figures as the form holds it. */
export interface MeasureValues {
  /** What its figures are kept under, for good. */
  id: string;
  /** Whether it was there before, so that its figures are kept under `id`. */
  isKept: boolean;
  name: string;
  unit: MeasureUnit;
  outOf: string | null;
  formula: string;
  total: TotalRule;
  sumOf: string[];
  shareOf: string;
  weightedBy: string;
}

/** What the form of a table holds. */
export type TableValues = {
  code: string;
  name: string;
  dimension: string;
  secondDimension: string;
  measures: MeasureValues[];
  notes: string;
};

/** A column to fill in. */
export function emptyMeasure(): MeasureValues {
  const id = `c${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
  return {
    id,
    isKept: false,
    name: '',
    unit: 'count',
    outOf: null,
    formula: '',
    total: 'sum',
    sumOf: [],
    shareOf: '',
    weightedBy: '',
  };
}

/** The form of a table: of a new one where there is none yet. */
export function tableValues(table: CountTableRow | undefined): TableValues {
  const [first, second] = table?.dimensions ?? [];
  return {
    code: table?.code ?? '',
    name: table?.name ?? '',
    dimension: first?.name ?? '',
    secondDimension: second?.name ?? '',
    notes: table?.notes ?? '',
    measures: (table?.measures ?? []).map((measure) => ({
      ...measure,
      isKept: true,
      formula: measure.formula ?? '',
      shareOf: measure.shareOf ?? '',
      weightedBy: measure.weightedBy ?? '',
    })),
  };
}

/** Ids of what is new come from its names, so that formulas can name it. */
function namedIds(measures: readonly MeasureValues[]): Map<string, string> {
  const taken = new Set(measures.filter(({ isKept }) => isKept).map(({ id }) => id));
  const ids = new Map<string, string>();
  for (const { id, isKept, name } of measures) {
    const own = isKept || name.trim() === '' ? id : fieldName(name, taken);
    taken.add(own);
    ids.set(id, own);
  }
  return ids;
}

/** What formulas call each column that stands before one. */
export function formulaNames(measures: readonly MeasureValues[], before: number): string[] {
  const ids = namedIds(measures);
  return measures.slice(0, before).map(({ id }) => `{${ids.get(id)}}`);
}

/** Only an average weighs its rows. */
const weightOf = ({ total, weightedBy }: Omit<MeasureValues, 'isKept'>) =>
  total === 'average' ? weightedBy : '';

/** What is sent. */
export function tableToSend(values: TableValues, table: CountTableRow | undefined) {
  const ids = namedIds(values.measures);
  const idOf = (id: string) => ids.get(id) ?? id;
  const [first, second] = table?.dimensions ?? [];
  const names = [values.dimension, values.secondDimension];
  const dimensions = [first?.id ?? 'rows', second?.id ?? 'parts'].map((id, at) => ({
    id,
    name: names[at] ?? '',
  }));
  return {
    code: values.code,
    name: values.name,
    notes: values.notes,
    dimensions: values.secondDimension.trim() === '' ? dimensions.slice(0, 1) : dimensions,
    measures: values.measures.map(({ isKept, ...measure }) => ({
      ...measure,
      id: idOf(measure.id),
      outOf: measure.unit === 'score' ? measure.outOf : null,
      formula: measure.formula.trim() || null,
      sumOf: measure.sumOf.map(idOf),
      shareOf: measure.shareOf === '' ? null : idOf(measure.shareOf),
      weightedBy: weightOf(measure) === '' ? null : idOf(weightOf(measure)),
    })),
    memberSums: table?.memberSums ?? [],
  };
}
