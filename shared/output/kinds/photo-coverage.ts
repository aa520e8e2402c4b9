import { z } from 'zod';
import { defineKind, optionalCount } from '../kind.ts';
import { kindLabels } from '../kind-labels.ts';

/** Photographs taken of an event or happening; whether consent was noted, never of whom. */
export const photoCoverage = defineKind({
  id: 'photo_coverage',
  label: kindLabels.photo_coverage,
  details: z.object({
    photos: optionalCount,
    consentNoted: z.boolean().default(false),
    minors: z.boolean().default(false),
  }),
  words: {
    photos: {
      known: 'happened',
      label: { es: 'Fotografías entregadas', en: 'Photographs delivered' },
    },
    consentNoted: {
      known: 'happened',
      label: { es: 'Con autorización de uso de imagen', en: 'Consent to use the image noted' },
    },
    minors: { known: 'happened', label: { es: 'Aparecen menores de edad', en: 'Minors appear' } },
  },
});
