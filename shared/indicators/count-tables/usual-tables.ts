import type { z } from 'zod';
import type { CountTableFields } from './schemas.ts';

type Table = z.input<typeof CountTableFields>;
type Measure = Table['measures'][number];

const count = (id: string, name: string): Measure => ({ id, name, unit: 'count', total: 'sum' });

/** Requests by the channel through which they came, with their own total. */
const channels: Measure[] = [
  count('web', 'Página web'),
  count('social_media', 'Redes sociales'),
  count('other', 'Otros medios'),
  { ...count('total', 'Total'), sumOf: ['web', 'social_media', 'other'] },
];

/** Requests by when they were answered, and the share of all that was answered on time. */
const answerTimes: Measure[] = [
  count('pending_late', 'Pendientes fuera de término'),
  count('pending_on_time', 'Pendientes a tiempo'),
  count('answered_late', 'Respondidas fuera de término'),
  count('answered_on_time', 'Respondidas a tiempo'),
  {
    id: 'effectiveness',
    name: 'Efectividad',
    unit: 'percent',
    formula:
      '{answered_on_time} × 100 / ({pending_late} + {pending_on_time} + {answered_late} + {answered_on_time})',
  },
];

const requestType = { id: 'type', name: 'Tipo de solicitud' };

/**
 * The tables that the reports of a Colombian municipality print of its service to residents:
 * procedures, requests (PQRSFD) and surveys. An office begins with them and makes them its own.
 */
export const usualTables: readonly Table[] = [
  {
    code: '4.1',
    name: 'Trámites y servicios por dependencia',
    dimensions: [
      { id: 'office', name: 'Dependencia' },
      { id: 'procedure', name: 'Trámite o servicio' },
    ],
    measures: [],
  },
  {
    code: '4.2.1',
    name: 'PQRSFD por medio y estado',
    dimensions: [{ id: 'status', name: 'Estado' }],
    measures: channels.map((measure) => ({ ...measure, total: 'none' as const })),
    memberSums: [{ total: 'Recibidas', parts: ['Respondidas', 'Pendientes'] }],
  },
  {
    code: '4.2.2',
    name: 'PQRSFD por tipo de solicitud y medio',
    dimensions: [requestType],
    measures: channels,
  },
  {
    code: '4.2.3',
    name: 'PQRSFD por medio y tiempo de respuesta',
    dimensions: [{ id: 'channel', name: 'Medio' }],
    measures: answerTimes,
    notes: 'La efectividad (4.2.5) es lo respondido a tiempo sobre todo lo recibido.',
  },
  {
    code: '4.2.4',
    name: 'PQRSFD por tipo y tiempo de respuesta',
    dimensions: [requestType],
    measures: answerTimes,
    notes: 'La efectividad (4.2.5) es lo respondido a tiempo sobre todo lo recibido.',
  },
  {
    code: '4.3',
    name: 'Encuesta de satisfacción',
    dimensions: [{ id: 'question', name: 'Pregunta' }],
    measures: [
      { id: 'score', name: 'Puntaje', unit: 'score', outOf: '4', total: 'average' },
      { id: 'percent', name: 'Porcentaje', unit: 'percent', total: 'average' },
    ],
  },
  {
    code: '4.3.1',
    name: 'Usuarios satisfechos',
    dimensions: [{ id: 'answer', name: 'Respuesta' }],
    measures: [
      count('people', 'Personas'),
      { id: 'percent', name: 'Porcentaje', unit: 'percent', shareOf: 'people' },
    ],
  },
  {
    code: '4.4',
    name: 'Encuesta de impacto',
    dimensions: [{ id: 'aspect', name: 'Aspecto' }],
    measures: [
      { id: 'score', name: 'Puntaje', unit: 'score', outOf: '5' },
      { id: 'perceived_quality', name: 'Calidad percibida', unit: 'percent', total: 'average' },
      { id: 'answers', name: 'Respuestas efectivas', unit: 'count' },
      { id: 'answers_share', name: 'Porcentaje de respuestas', unit: 'percent' },
    ],
  },
];
