import { z } from 'zod';
import { defineKind, optionalCount } from '../kind.ts';
import { kindLabels } from '../kind-labels.ts';

/** A produced video. */
export const institutionalVideo = defineKind({
  id: 'institutional_video',
  label: kindLabels.institutional_video,
  details: z.object({ subtitled: z.boolean().default(false), seconds: optionalCount }),
  words: {
    subtitled: { known: 'happened', label: { es: 'Con subtítulos', en: 'Subtitled' } },
    seconds: { known: 'happened', label: { es: 'Duración en segundos', en: 'Length in seconds' } },
  },
});
