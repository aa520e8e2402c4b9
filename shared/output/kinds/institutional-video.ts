import { z } from 'zod';
import { defineKind, optionalCount } from '../kind.ts';

/** A produced video. */
export const institutionalVideo = defineKind({
  id: 'institutional_video',
  label: {
    one: { es: 'Video institucional', en: 'Institutional video' },
    many: { es: 'Videos institucionales', en: 'Institutional videos' },
  },
  details: z.object({ subtitled: z.boolean().default(false), seconds: optionalCount }),
  words: {
    subtitled: { label: { es: 'Con subtítulos', en: 'Subtitled' } },
    seconds: { label: { es: 'Duración en segundos', en: 'Length in seconds' } },
  },
});
