import { z } from 'zod';
import { optionalLine } from '../../records.ts';
import { defineKind } from '../kind.ts';
import { kindLabels } from '../kind-labels.ts';

/** A designed piece. */
export const graphicPiece = defineKind({
  id: 'graphic_piece',
  label: kindLabels.graphic_piece,
  details: z.object({
    format: optionalLine(120),
    requestedBy: optionalLine(120),
    purpose: optionalLine(200),
  }),
  words: {
    format: { known: 'planned', label: { es: 'Formato', en: 'Format' } },
    requestedBy: { known: 'planned', label: { es: 'Solicitada por', en: 'Requested by' } },
    purpose: { known: 'planned', label: { es: 'Para qué', en: 'Purpose' } },
  },
});
