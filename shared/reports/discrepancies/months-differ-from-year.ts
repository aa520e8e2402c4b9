import type { YearTarget } from '../../indicators/rows.ts';
import { printedWith } from '../discrepancy.ts';

/** A target of a year that those of its months do not make. */
export interface TargetContradiction {
  id: string;
  subject: string;
  label: string;
  declared: number;
  recorded: number;
  kind: 'months_differ_from_year';
  /** In Spanish, the language of the report. */
  explanation: string;
  asPrinted: string;
  unit: 'count' | 'percent';
}

const madeBy: Record<YearTarget['how'], string> = {
  sum: 'las metas de sus meses suman',
  last: 'la meta de diciembre es',
  average: 'las metas de sus meses promedian',
};

/** The contradictions between what a plan asks of a year and of its months. */
export function targetContradictions(targets: readonly YearTarget[]): TargetContradiction[] {
  return targets.flatMap(({ id, code, name, year, target, unit, how, monthsSay }) => {
    if (monthsSay === null) return [];
    const written = unit === 'percent' ? 'percent' : 'count';
    const [declared, recorded] = [Number(target), Number(monthsSay)];
    const asPrinted = printedWith(declared, written);
    return [
      {
        id: `months_differ_from_year:${id}/${year}`,
        subject: `indicator.target:${code}`,
        label: `${name}: meta de ${year}`,
        declared,
        recorded,
        kind: 'months_differ_from_year',
        explanation:
          `La meta de ${year} del indicador ${code} es ${asPrinted}; ` +
          `${madeBy[how]} ${printedWith(recorded, written)}.`,
        asPrinted,
        unit: written,
      },
    ];
  });
}
