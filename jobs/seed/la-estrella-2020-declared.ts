import type { ActorContext } from '../../server/context.ts';
import { declareFigure } from '../../server/reports/save-declared-figure.ts';
import { outputKind } from '../../shared/output/kinds.ts';
import { DeclaredFigureFields } from '../../shared/reports/schemas.ts';
import { formatSubject, type Subject } from '../../shared/reports/subject.ts';
import {
  outputColumns,
  printedOutputTotals,
  printedPressTotals,
  reportedPages,
} from './la-estrella-2020-figures.ts';
import { reportName } from './la-estrella-2020-tallies.ts';
import { unlessTaken } from './unless-taken.ts';

const year = 2020;
const formatter = new Intl.NumberFormat('es-CO');

function exactFigure(
  subject: Subject,
  label: string,
  value: number,
  table: string,
): DeclaredFigureFields {
  const isMoney = subject.measure === 'press.value';
  return {
    year,
    subject: formatSubject(subject),
    label,
    value,
    precision: 'exact',
    asPrinted: `${isMoney ? '$ ' : ''}${formatter.format(value)}`,
    source: `${reportName}, ${table}`,
  };
}

function outputTotals(): DeclaredFigureFields[] {
  return outputColumns.map((kind, index) =>
    exactFigure(
      { measure: 'output.count', kind },
      outputKind(kind).label.many.es,
      printedOutputTotals[index] ?? 0,
      'tabla 3.1',
    ),
  );
}

const columnNames = {
  press: 'Prensa (escrita, virtual)',
  broadcast_digital: 'Medios digitales, televisión, radio',
  total: 'Free press',
} as const;

function pressTotals(): DeclaredFigureFields[] {
  const figures: DeclaredFigureFields[] = [];
  for (const column of ['press', 'broadcast_digital', 'total'] as const) {
    const totals = printedPressTotals[column];
    const label = columnNames[column];
    if ('count' in totals) {
      const subject = { measure: 'press.count', column } as const;
      figures.push(exactFigure(subject, `${label}: apariciones`, totals.count, 'tabla 3.2'));
    }
    const subject = { measure: 'press.value', column } as const;
    figures.push(exactFigure(subject, `${label}: valor`, totals.valueCop, 'tabla 3.2'));
  }
  return figures;
}

function followers(): DeclaredFigureFields[] {
  return reportedPages.map(({ network, handle, label, followers: value, ...page }) => ({
    year,
    subject: formatSubject({ measure: 'social', metric: 'followers', network, handle }),
    label,
    value,
    precision: page.precision,
    asPrinted: page.asPrinted,
    source: `${reportName}, tabla 3.3`,
  }));
}

/** What the text beside the tables says, and indicators whose figures other tables have as well. */
function elsewhere(): DeclaredFigureFields[] {
  const video = { measure: 'output.count', kind: 'institutional_video' } as const;
  const satisfaction = { measure: 'count_table', code: '4.3', column: 'percent' } as const;
  const perception = { measure: 'count_table', code: '4.4', column: 'perceived_quality' } as const;
  const all = { measure: 'output.count', kind: 'all' } as const;
  return [
    exactFigure(video, 'Piezas audiovisuales', 300, 'texto de la sección 3.1'),
    exactFigure(all, 'Eventos de difusión realizados', 1983, 'sección 5'),
    {
      ...exactFigure(satisfaction, 'Porcentaje de satisfacción ciudadana', 95, 'sección 6'),
      asPrinted: '95%',
    },
    {
      ...exactFigure(perception, 'Medición de percepción ciudadana', 47, 'sección 6'),
      asPrinted: '47%',
    },
  ];
}

/**
 * What the report prints as totals of tables 3.1 and 3.2, every row of table 3.3, and what it says
 * of the same elsewhere.
 */
export async function declareFigures(context: ActorContext): Promise<void> {
  for (const figure of [...outputTotals(), ...pressTotals(), ...followers(), ...elsewhere()]) {
    await unlessTaken(() => declareFigure(context, DeclaredFigureFields.parse(figure)));
  }
}
