import { z } from 'zod';
import { defineKind, optionalCount } from '../kind.ts';

/** A printed issue. */
export const printRun = defineKind({
  id: 'print_run',
  label: { one: { es: 'Impreso', en: 'Print run' }, many: { es: 'Impresos', en: 'Print runs' } },
  details: z.object({ copies: optionalCount }),
  words: { copies: { label: { es: 'Ejemplares', en: 'Copies' } } },
});
