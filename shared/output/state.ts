import { z } from 'zod';

/** What stands of an item: it is to come, it happened, or it will not. Only what is done is counted. */
export const outputStates = ['planned', 'done', 'cancelled'] as const;
export const OutputState = z.enum(outputStates);
export type OutputState = z.infer<typeof OutputState>;

/** What the day of an item offers: what is later than today is to come. */
export function offeredState(day: string, today: string): OutputState {
  return day > today ? 'planned' : 'done';
}

/** What people write in a sheet for each state, folded as headings are. */
export const stateWords: Record<OutputState, readonly string[]> = {
  planned: [
    ...['programado', 'programada', 'planeado', 'planeada', 'previsto', 'prevista'],
    ...['pendiente', 'por realizar', 'planned', 'scheduled', 'pending'],
  ],
  done: [
    ...[
      'realizado',
      'realizada',
      'ejecutado',
      'ejecutada',
      'hecho',
      'hecha',
      'cumplido',
      'cumplida',
    ],
    ...['publicado', 'publicada', 'entregado', 'entregada', 'llevado a cabo', 'celebrado'],
    ...['done', 'held', 'completed', 'published'],
  ],
  cancelled: [
    ...['cancelado', 'cancelada', 'suspendido', 'suspendida', 'no realizado', 'no realizada'],
    ...['cancelled', 'canceled', 'called off'],
  ],
};
