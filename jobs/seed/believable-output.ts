import { addDays, type Day, monthOf } from '../../shared/calendar/day.ts';
import type { OutputKindId } from '../../shared/output/kinds.ts';
import { OutputItemFields } from '../../shared/output/schemas.ts';
import { departmentNames, places, themesByDepartment } from './la-estrella-places.ts';
import { makeDraw, type SteadyDraw } from './steady-draw.ts';

/** How many a month the office makes of each kind, from and to. */
const monthly: Record<OutputKindId, [number, number]> = {
  event: [14, 26],
  community_meeting: [1, 4],
  photo_coverage: [26, 46],
  graphic_piece: [58, 110],
  institutional_video: [14, 34],
  programme_episode: [4, 5],
  print_run: [0, 1],
};

const titles: Record<OutputKindId, readonly [string, ...string[]]> = {
  event: ['Encuentro sobre {theme}', 'Lanzamiento de {theme}', 'Jornada de {theme}'],
  community_meeting: ['Encuentro con la comunidad: {place}'],
  photo_coverage: ['Cubrimiento de {theme} en {place}', 'Registro fotográfico: {theme}'],
  graphic_piece: ['Pieza para redes: {theme}', 'Afiche: {theme}', 'Infografía: {theme}'],
  institutional_video: ['Así avanza {theme}', 'Video: {theme} en {place}'],
  programme_episode: ['Aquí estamos, siempre con la gente: {theme}'],
  print_run: ['El Informativo de la gente'],
};

const formats = ['Redes cuadrada', 'Historia vertical', 'Afiche', 'Pendón', 'Infografía'] as const;

const detailsOf: Record<OutputKindId, (draw: SteadyDraw) => Record<string, unknown>> = {
  event: (draw) => ({
    mode: draw.chance(0.85) ? 'in_person' : 'virtual',
    attendance: draw.chance(0.7) ? draw.between(25, 480) : null,
  }),
  community_meeting: (draw) => ({
    programme: draw.pick(['Diálogos ciudadanos', 'Parchados con la gente']),
    attendance: draw.between(18, 140),
    commitments: draw.between(0, 9),
  }),
  photo_coverage: (draw) => ({ photos: draw.chance(0.8) ? draw.between(12, 160) : null }),
  graphic_piece: (draw) => ({ format: draw.pick(formats) }),
  institutional_video: (draw) => ({
    subtitled: draw.chance(0.6),
    seconds: draw.between(28, 240),
  }),
  programme_episode: (draw) => ({
    programme: 'Aquí estamos, siempre con la gente',
    seconds: draw.between(1_200, 1_800),
  }),
  print_run: () => ({ copies: 15_000 }),
};

/** Who of the office makes what; nobody who exists. */
const writers = ['Marcela Ríos', 'Santiago Vélez'] as const;
const cameras = ['Julián Cano', 'Laura Restrepo'] as const;
const people: Record<OutputKindId, readonly [string, ...string[]]> = {
  event: writers,
  community_meeting: writers,
  photo_coverage: cameras,
  graphic_piece: ['Daniela Mesa', 'Tomás Arango'],
  institutional_video: cameras,
  programme_episode: writers,
  print_run: writers,
};

/** The records that output names, by what they are called. */
interface KnownPlaces {
  departmentIds: ReadonlyMap<string, string>;
  placeIds: ReadonlyMap<string, string>;
}

/** Offices work less on Saturdays and little on Sundays. */
function drawDay(draw: SteadyDraw, days: readonly [Day, ...Day[]]): Day {
  const day = draw.pick(days);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const rests = (weekday === 0 && draw.chance(0.8)) || (weekday === 6 && draw.chance(0.5));
  return rests ? drawDay(draw, days) : day;
}

function drawItem(
  draw: SteadyDraw,
  kind: OutputKindId,
  day: Day,
  { departmentIds, placeIds }: KnownPlaces,
  about: SteadyDraw,
): OutputItemFields {
  const department = draw.pick(departmentNames);
  const theme = draw.pick<string>(themesByDepartment[department]);
  const place = draw.pick(places);
  const title = draw
    .pick(titles[kind])
    .replace('{theme}', theme)
    .replace('{place}', place)
    .replace(/\bde el\b/, 'del');
  const isSomewhere = kind !== 'graphic_piece' && kind !== 'print_run';
  return OutputItemFields.parse({
    kind,
    day,
    title,
    place: isSomewhere ? place : null,
    placeId: isSomewhere ? placeIds.get(place) : null,
    responsible: about.chance(0.85) ? about.pick(people[kind]) : null,
    ...hoursOf(kind, about),
    departmentId: draw.chance(0.9) ? departmentIds.get(department) : null,
    details: detailsOf[kind](draw),
  });
}

/** When it was, for what has a time of day. */
function hoursOf(kind: OutputKindId, about: SteadyDraw) {
  if (!['event', 'community_meeting', 'programme_episode'].includes(kind)) return {};
  const start = kind === 'community_meeting' ? about.between(16, 18) : about.between(8, 15);
  const hour = (number: number) => `${String(number).padStart(2, '0')}:00`;
  return about.chance(0.8)
    ? { startsAt: hour(start), endsAt: hour(start + about.between(1, 3)) }
    : {};
}

function daysByMonth(from: Day, to: Day): [Day, ...Day[]][] {
  const months = new Map<string, [Day, ...Day[]]>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const days = months.get(monthOf(day));
    if (days) days.push(day);
    else months.set(monthOf(day), [day]);
  }
  return [...months.values()];
}

/** What an office of this size makes between two days: the same for the same days, by date. */
export function believableOutput(from: Day, to: Day, known: KnownPlaces): OutputItemFields[] {
  const draw = makeDraw(20_201_231);
  // Drawn apart, so that more of it changes nothing of what there is.
  const about = makeDraw(19_870_413);
  const items = daysByMonth(from, to).flatMap((days) =>
    (Object.keys(monthly) as OutputKindId[]).flatMap((kind) => {
      const [low, high] = monthly[kind];
      const count = Math.round((draw.between(low, high) * days.length) / 30);
      return Array.from({ length: count }, () =>
        drawItem(draw, kind, drawDay(draw, days), known, about),
      );
    }),
  );
  return items.sort((one, other) => one.day.localeCompare(other.day));
}
