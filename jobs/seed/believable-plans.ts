import type { Actor, ActorContext } from '../../server/context.ts';
import { importOutputItems } from '../../server/output/import-output-items.ts';
import { confirmMonth } from '../../server/output/months/confirm-month.ts';
import { readMonthProduction } from '../../server/output/months/read-production.ts';
import { addDays, type Day, monthOf } from '../../shared/calendar/day.ts';
import { addMonths } from '../../shared/calendar/month.ts';
import { OutputItemFields } from '../../shared/output/schemas.ts';

const coordinator: Actor = {
  id: null,
  name: 'Coordinación de Comunicaciones',
  role: 'coordinator',
};

const programme = 'Aquí estamos, siempre con la gente';

/** What the office has ahead of it, by days from today, and what of the last days nobody confirmed. */
const plans = [
  { in: -6, kind: 'community_meeting', title: 'Encuentro con la comunidad: La Tablaza' },
  { in: -4, kind: 'photo_coverage', title: 'Cubrimiento de la jornada de vacunación' },
  { in: -2, kind: 'event', title: 'Lanzamiento de la agenda cultural' },
  { in: 2, kind: 'event', title: 'Jornada de empleo en el parque principal', startsAt: '09:00' },
  { in: 4, kind: 'programme_episode', title: `${programme}: presupuesto participativo` },
  { in: 6, kind: 'community_meeting', title: 'Encuentro con la comunidad: Pueblo Viejo' },
  { in: 9, kind: 'graphic_piece', title: 'Pieza para redes: calendario tributario' },
  { in: 11, kind: 'programme_episode', title: `${programme}: movilidad` },
  { in: 15, kind: 'event', title: 'Encuentro sobre cuidado del agua', startsAt: '14:00' },
  { in: 21, kind: 'institutional_video', title: 'Así avanza el nuevo puente peatonal' },
] as const;

/** What is still to come, what nobody confirmed, something called off, and a month that is whole. */
export async function planAhead(context: ActorContext, today: Day): Promise<void> {
  const items = plans.map(({ in: days, ...plan }) =>
    OutputItemFields.parse({ ...plan, day: addDays(today, days), state: 'planned' }),
  );
  const off = OutputItemFields.parse({
    kind: 'event',
    title: 'Caminata ecológica por la quebrada',
    day: addDays(today, -3),
    state: 'cancelled',
    stateReason: 'Se aplazó por lluvia',
  });
  await importOutputItems(context, [...items, off]);
  const month = addMonths(monthOf(today), -2);
  const { stamp } = await readMonthProduction(context.database, month);
  await confirmMonth({ ...context, actor: coordinator }, { month, stamp });
}
