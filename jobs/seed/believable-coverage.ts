import type { ActorContext } from '../../server/context.ts';
import { createCaller } from '../../server/http/router.ts';
import { createKeyMessage } from '../../server/press/coverage/save-key-message.ts';
import { type Day, daysBetween } from '../../shared/calendar/day.ts';
import type { ClippingFields } from '../../shared/press/schemas.ts';
import type { SteadyDraw } from './steady-draw.ts';

const keyMessages = [
  'La Estrella cuida lo que es de todos',
  'Las obras se hacen con la comunidad',
  'Cada peso se cuenta y se muestra',
] as const;

const topics = {
  'Secretaría de Educación y Cultura': 'Educación y cultura',
  'Secretaría de la Mujer': 'Mujer y familia',
  'Secretaría de Tránsito y Transporte': 'Movilidad',
  'Secretaría de Seguridad Social y Familia': 'Salud',
  'Secretaría de Gobierno': 'Seguridad y convivencia',
} as const;

/** What appearances may be linked with: key messages, and the events of the office. */
export interface KnownCoverage {
  keyMessageIds: readonly string[];
  events: readonly { id: string; day: Day }[];
}

/** Adds the key messages of the demonstration, and finds the events it has. */
export async function findCoverage(context: ActorContext): Promise<KnownCoverage> {
  const caller = createCaller({ ...context, actor: { ...context.actor, role: 'admin' } });
  const { rows } = await caller.press.listKeyMessages({ pageSize: 200 });
  const keyMessageIds: string[] = [];
  for (const text of keyMessages) {
    const known = rows.find((row) => row.text === text);
    keyMessageIds.push(known?.id ?? (await createKeyMessage(context, { text })).id);
  }
  const { rows: events } = await caller.output.listItems({ kind: 'event', pageSize: 200 });
  return { keyMessageIds, events };
}

type Said = Pick<ClippingFields, 'topic' | 'spokesperson' | 'origin' | 'keyMessageIds' | 'eventId'>;

/** What an appearance says beside its headline; some of it nobody wrote down. */
export function drawCoverage(
  draw: SteadyDraw,
  department: string,
  day: Day,
  { keyMessageIds, events }: KnownCoverage,
): Said {
  const near = events.filter((event) => {
    const days = daysBetween(event.day, day);
    return days >= 0 && days <= 5;
  });
  const isCaused = draw.chance(0.35);
  const at = draw.between(0, 1_000);
  const topic = topics[department as keyof typeof topics] ?? 'Obras y territorio';
  return {
    topic: draw.chance(0.85) ? topic : null,
    spokesperson: draw.chance(0.5) ? draw.pick(['Alcaldía', department]) : null,
    origin: draw.chance(0.75)
      ? draw.pick(['own_initiative', 'own_initiative', 'reactive'] as const)
      : null,
    keyMessageIds: keyMessageIds.filter(() => draw.chance(0.25)),
    eventId: isCaused ? (near[at % Math.max(1, near.length)]?.id ?? null) : null,
  };
}
