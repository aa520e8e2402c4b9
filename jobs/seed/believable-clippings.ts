import { addDays, type Day, daysBetween } from '../../shared/calendar/day.ts';
import type { Unit } from '../../shared/press/measures.ts';
import { ClippingFields } from '../../shared/press/schemas.ts';
import { drawCoverage, type KnownCoverage } from './believable-coverage.ts';
import { tariffs } from './believable-rates.ts';
import { departmentNames, places, themesByDepartment } from './la-estrella-places.ts';
import { makeDraw, type SteadyDraw } from './steady-draw.ts';

/** The identifiers that appearances point at, by name. */
export interface KnownNames {
  departmentIds: ReadonlyMap<string, string>;
  outletIds: ReadonlyMap<string, string>;
}

const headlines = [
  'La Estrella avanza en {theme}',
  'Comunidad de {place} conoce {theme}',
  'Alcaldía de La Estrella habla de {theme}',
  'Así va {theme} en el sur del valle de Aburrá',
  'Preguntas de los habitantes de {place} sobre {theme}',
] as const;

/** Where an appearance may be, tariff or not. */
const spaces = [
  ...tariffs.map(({ outlet, format, section, unit }) => ({ outlet, format, section, unit })),
  { outlet: 'Minuto 30', format: 'web', section: undefined, unit: 'note' },
  { outlet: 'Ciudad Sur', format: 'print', section: undefined, unit: 'note' },
  { outlet: 'El Metro', format: 'print', section: undefined, unit: 'page_area' },
  { outlet: 'Munera Eastman', format: 'radio', section: undefined, unit: 'second' },
] as const;
type Space = (typeof spaces)[number];

/** The units that somebody measures; what is judged by hand needs a file. */
type SoldUnit = Exclude<Unit, 'manual'>;

function drawMeasures(draw: SteadyDraw, unit: SoldUnit): Record<string, unknown> {
  const common = { unit, isEstimated: draw.chance(0.2), share: draw.pick(['1', '1', '1', '0.5']) };
  const sizes: Record<SoldUnit, () => Record<string, unknown>> = {
    note: () => ({}),
    page_area: () => ({
      widthCm: `${draw.between(8, 24)}.${draw.between(1, 9)}`,
      heightCm: String(draw.between(6, 28)),
    }),
    column_cm: () => ({
      columns: String(draw.between(1, 4)),
      heightCm: String(draw.between(6, 24)),
    }),
    second: () => ({ seconds: String(draw.between(20, 180)) }),
    page_fraction: () => ({ fraction: draw.pick(['1/2', '1/4', '1/8']) }),
    cpm: () => ({ views: draw.chance(0.5) ? String(draw.between(300, 9_000)) : null }),
  };
  return { ...common, ...sizes[unit]() };
}

function drawTone(draw: SteadyDraw): ClippingFields['tone'] {
  return draw.pick([
    'positive',
    'positive',
    'positive',
    'positive',
    'neutral',
    'neutral',
    'negative',
    null,
  ]);
}

function drawClipping(
  draw: SteadyDraw,
  saidDraw: SteadyDraw,
  day: Day,
  known: KnownNames & KnownCoverage,
): ClippingFields {
  const space = draw.pick(spaces as unknown as [Space, ...Space[]]);
  const department = draw.pick(departmentNames);
  const tone = drawTone(draw);
  const title = draw
    .pick(headlines)
    .replace('{theme}', draw.pick<string>(themesByDepartment[department]))
    .replace('{place}', draw.pick(places).replace(/^(Vereda|Barrio|Sector) /, ''));
  return ClippingFields.parse({
    outletId: known.outletIds.get(space.outlet),
    day,
    format: space.format,
    section: space.section ?? '',
    measures: drawMeasures(draw, space.unit),
    isPaid: draw.chance(0.03),
    title,
    tone: saidDraw.chance(0.12) ? null : tone,
    departmentId: draw.chance(0.8) ? known.departmentIds.get(department) : null,
    ...drawCoverage(saidDraw, department, day, known),
  });
}

/** Appearances of the office between two days, about fourteen a month: the same for the same days, by date. */
export function believableClippings(
  from: Day,
  to: Day,
  known: KnownNames & KnownCoverage,
): ClippingFields[] {
  const draw = makeDraw(1_027_296);
  const saidDraw = makeDraw(2_020_033);
  const span = daysBetween(from, to);
  const count = Math.round((span + 1) * 0.46);
  return Array.from({ length: count }, () => addDays(from, draw.between(0, span)))
    .sort()
    .map((day) => drawClipping(draw, saidDraw, day, known));
}
