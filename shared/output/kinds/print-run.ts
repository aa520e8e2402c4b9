import { z } from 'zod';
import { optionalLine } from '../../records.ts';
import { defineKind, optionalCount } from '../kind.ts';
import { kindLabels } from '../kind-labels.ts';

/** A printed issue. */
export const printRun = defineKind({
  id: 'print_run',
  label: kindLabels.print_run,
  details: z.object({ copies: optionalCount, edition: optionalLine(120) }),
  words: {
    copies: { known: 'happened', label: { es: 'Ejemplares', en: 'Copies' } },
    edition: { known: 'happened', label: { es: 'Edición', en: 'Edition' } },
  },
});
