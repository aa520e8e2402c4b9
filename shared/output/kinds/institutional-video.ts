import { z } from 'zod';
import { defineKind, optionalCount } from '../kind.ts';
import { kindLabels } from '../kind-labels.ts';

/** A produced video. */
export const institutionalVideo = defineKind({
  id: 'institutional_video',
  label: kindLabels.institutional_video,
  details: z.object({ subtitled: z.boolean().default(false), seconds: optionalCount }),
  words: {
    subtitled: { label: { es: 'Con subtítulos', en: 'Subtitled' } },
    seconds: { label: { es: 'Duración en segundos', en: 'Length in seconds' } },
  },
});
