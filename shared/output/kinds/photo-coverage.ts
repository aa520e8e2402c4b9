import { z } from 'zod';
import { defineKind, optionalCount } from '../kind.ts';
import { kindLabels } from '../kind-labels.ts';

/** Photographs taken of an event or happening. */
export const photoCoverage = defineKind({
  id: 'photo_coverage',
  label: kindLabels.photo_coverage,
  details: z.object({ photos: optionalCount }),
  words: { photos: { label: { es: 'Fotografías entregadas', en: 'Photographs delivered' } } },
});
