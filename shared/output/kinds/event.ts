import { z } from 'zod';
import { attendance, defineKind } from '../kind.ts';
import { kindLabels } from '../kind-labels.ts';

/** An event that the office held or covered. */
export const event = defineKind({
  id: 'event',
  label: kindLabels.event,
  details: z.object({
    mode: z.enum(['in_person', 'virtual']).default('in_person'),
    attendance: attendance.field,
  }),
  words: {
    mode: {
      known: 'planned',
      label: { es: 'Modalidad', en: 'Mode' },
      choices: {
        in_person: { es: 'Presencial', en: 'In person' },
        virtual: { es: 'Virtual', en: 'Virtual' },
      },
    },
    attendance: attendance.words,
  },
});
