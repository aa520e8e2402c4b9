import { z } from 'zod';
import { defineKind, optionalCount } from '../kind.ts';

/** Photographs taken of an event or happening. */
export const photoCoverage = defineKind({
  id: 'photo_coverage',
  label: {
    one: { es: 'Reportería gráfica', en: 'Photo coverage' },
    many: { es: 'Reporterías gráficas', en: 'Photo coverages' },
  },
  details: z.object({ photos: optionalCount }),
  words: { photos: { label: { es: 'Fotografías entregadas', en: 'Photographs delivered' } } },
});
