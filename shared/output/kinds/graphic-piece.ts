import { z } from 'zod';
import { optionalLine } from '../../records.ts';
import { defineKind } from '../kind.ts';

/** A designed piece. */
export const graphicPiece = defineKind({
  id: 'graphic_piece',
  label: {
    one: { es: 'Pieza gráfica', en: 'Graphic piece' },
    many: { es: 'Piezas gráficas', en: 'Graphic pieces' },
  },
  details: z.object({ format: optionalLine(120) }),
  words: { format: { label: { es: 'Formato', en: 'Format' } } },
});
