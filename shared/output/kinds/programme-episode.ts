import { z } from 'zod';
import { defineKind, optionalCount, programme } from '../kind.ts';
import { kindLabels } from '../kind-labels.ts';

/** An episode of one of the office's own programmes. */
export const programmeEpisode = defineKind({
  id: 'programme_episode',
  label: kindLabels.programme_episode,
  details: z.object({
    programme: programme.field,
    episode: optionalCount,
    broadcast: z.enum(['live', 'recorded']).default('recorded'),
    seconds: optionalCount,
  }),
  words: {
    programme: programme.words,
    episode: { known: 'serial', label: { es: 'Número de emisión', en: 'Episode number' } },
    broadcast: {
      known: 'planned',
      label: { es: 'Emisión', en: 'Broadcast' },
      choices: {
        live: { es: 'En vivo', en: 'Live' },
        recorded: { es: 'Grabada', en: 'Recorded' },
      },
    },
    seconds: { known: 'happened', label: { es: 'Duración en segundos', en: 'Length in seconds' } },
  },
});
