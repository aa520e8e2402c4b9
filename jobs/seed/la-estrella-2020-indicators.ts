import type { ActorContext } from '../../server/context.ts';
import { createIndicator } from '../../server/indicators/save-indicator.ts';
import {
  saveIndicatorFigure,
  saveIndicatorYear,
} from '../../server/indicators/save-indicator-year.ts';
import {
  IndicatorFields,
  IndicatorYearFields,
  type Plan,
  type Unit,
} from '../../shared/indicators/schemas.ts';
import { reportName } from './la-estrella-2020-tallies.ts';

type DevelopmentRow = readonly [
  code: string,
  name: string,
  unit: Unit,
  target: string,
  achieved: string,
  printedProgress: string,
  budgetCop?: number,
  investedCop?: number,
  printedFinancial?: string,
];

/** Section 5: indicators of the development plan, as printed. */
const developmentPlan: readonly DevelopmentRow[] = [
  [
    'PD-1',
    'Iniciativas para la promoción de la participación ciudadana implementada',
    'number',
    '300',
    '814',
    '100',
    250_000_000,
    213_196_768,
    '85.28',
  ],
  [
    'PD-2',
    'Índice de gobierno en línea',
    'number',
    '73',
    '81.8',
    '100',
    100_000_000,
    10_816_671,
    '10.82',
  ],
  [
    'PD-3',
    'Eventos de difusión realizados',
    'number',
    '1500',
    '1983',
    '100',
    240_000_000,
    10_816_671,
    '4.51',
  ],
  [
    'PD-4',
    'Estrategia de socialización de proyectos de intervención del territorio',
    'number',
    '1',
    '1',
    '100',
  ],
  [
    'PD-5',
    'Trámites y servicios de alto impacto ciudadano prestados en línea',
    'number',
    '5',
    '0',
    '0',
  ],
  [
    'PD-6',
    'Instancias de participación y control social conformadas o fortalecidas',
    'number',
    '20',
    '70',
    '100',
  ],
  [
    'PD-7',
    'Porcentaje de disponibilidad de la plataforma tecnológica',
    'percent',
    '95',
    '98',
    '100',
  ],
];

type ActionRow = readonly [
  code: string,
  name: string,
  unit: Unit,
  target: string,
  printedProgress: string,
];

/** Section 6: indicators of the action plan, of which only the progress is printed. */
const actionPlan: readonly ActionRow[] = [
  [
    'PA-1',
    'Cumplimiento al cronograma de actividades de mantenimiento y mejora del sistema integrado de gestión',
    'percent',
    '95',
    '58%',
  ],
  [
    'PA-2',
    'Mantenimiento del Certificado ISO 9001:2015 expedido por el ICONTEC',
    'number',
    '1',
    '0',
  ],
  ['PA-3', 'Porcentaje de satisfacción ciudadana', 'percent', '70', '95%'],
  [
    'PA-4',
    'Atención a trámites, peticiones, quejas, reclamos, solicitudes y denuncias de la ciudadanía (PQRSFD)',
    'percent',
    '100',
    '98%',
  ],
  [
    'PA-5',
    'Número de trámites racionalizados y recursos tenidos en cuenta para mejorarlos',
    'number',
    '71',
    '1',
  ],
  ['PA-6', 'Medición de percepción ciudadana', 'percent', '70', '47%'],
  ['PA-7', 'Procesos y procedimientos para un servicio de calidad', 'number', '1', '0'],
  ['PA-8', 'Implementación del plan de comunicaciones', 'percent', '95', '100%'],
];

const year = 2020;

async function store(
  context: ActorContext,
  plan: Plan,
  row: DevelopmentRow | ActionRow,
  set: Record<string, unknown>,
  achieved: string | undefined,
): Promise<void> {
  const [code, name, unit] = row;
  const section = plan === 'development_plan' ? 'sección 5' : 'sección 6';
  const source = `${reportName}, ${section}`;
  const method = { type: 'typed', yearly: 'last' };
  const fields = IndicatorFields.parse({ code, name, plan, unit, method });
  const { id } = await createIndicator(context, fields);
  const yearFields = IndicatorYearFields.parse({ ...set, source });
  await saveIndicatorYear(context, { id, year }, null, yearFields);
  if (achieved === undefined) return;
  const figure = { indicatorId: id, period: String(year), value: achieved, source };
  await saveIndicatorFigure(context, figure);
}

/** Sections 5 and 6: what the plans asked of 2020 and what the report prints of it. Does nothing where they are there. */
export async function storeIndicators(context: ActorContext): Promise<void> {
  const known = await context.database.db.selectFrom('indicator').select('code').execute();
  const codes = new Set(known.map(({ code }) => code));
  for (const row of developmentPlan) {
    if (codes.has(row[0])) continue;
    const [, , , target, achieved, printedProgress, budgetCop, investedCop, printedFinancial] = row;
    const set = { target, printedProgress, budgetCop, investedCop, printedFinancial };
    await store(context, 'development_plan', row, set, achieved);
  }
  for (const row of actionPlan) {
    if (codes.has(row[0])) continue;
    const [, , , target, printedProgress] = row;
    await store(context, 'action_plan', row, { target, printedProgress }, undefined);
  }
}
