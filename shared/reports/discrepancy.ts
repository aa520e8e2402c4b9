import type { MeasureUnit } from '../indicators/count-tables/schemas.ts';
import { agree, type Precision } from './precision.ts';

/** A declared figure as the rules look at it. */
export interface DeclaredFacts {
  id: string;
  subject: string;
  label: string;
  value: number;
  precision: Precision;
  asPrinted: string;
  /** The document, and where in it. */
  source: string;
}

/** What the records say of a subject. */
export interface RecordedFacts {
  value: number;
  precision: Precision;
  /** The day of the reading; absent for a sum of the months of the year and for a table. */
  day: string | null;
  /** The table of counts whose total of the year it is; absent for all else. */
  table?: { code: string; name: string; unit: MeasureUnit };
}

/** What a year's rules look at: what was declared, and what is recorded by subject. */
export interface YearFacts {
  year: number;
  declared: readonly DeclaredFacts[];
  recorded: ReadonlyMap<string, RecordedFacts>;
}

/** A declared figure beside the record that it does not agree with. */
export interface Contradiction {
  declared: DeclaredFacts;
  recorded: RecordedFacts;
}

/** The other figure of a likely swap. */
export interface SwappedWith {
  subject: string;
  label: string;
  declared: number;
  recorded: number;
}

/** One contradiction as a rule explains it. */
export interface Finding extends Contradiction {
  /** In Spanish, the language of the report. */
  explanation: string;
  swappedWith: SwappedWith | null;
}

/** One reason why declared and recorded figures depart; `kind` is its name in the answers. */
export interface DiscrepancyRule<Kind extends string = string> {
  kind: Kind;
  find(facts: YearFacts): Finding[];
}

const formatter = new Intl.NumberFormat('es-CO');

/** A whole number as a Colombian report prints it. */
export function printed(value: number): string {
  return formatter.format(value);
}

const months = 'ene feb mar abr may jun jul ago sept oct nov dic'.split(' ');

/** A figure with its unit as a Colombian report prints it: 71,8 %. */
export function printedWith(value: number, unit: MeasureUnit): string {
  return unit === 'percent' ? `${printed(value)} %` : printed(value);
}

/** A day as a Colombian report prints it: 31 dic 2020. */
export function printedDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[(month ?? 1) - 1]} ${year}`;
}

/** Every declared figure whose record says otherwise; one without a record contradicts nothing. */
export function contradictions({ declared, recorded }: YearFacts): Contradiction[] {
  return declared.flatMap((figure) => {
    const record = recorded.get(figure.subject);
    return record && !agree(figure, record) ? [{ declared: figure, recorded: record }] : [];
  });
}
