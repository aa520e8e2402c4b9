import type { Words } from './kind.ts';

/**
 * How each kind is called, in the order in which reports list them; apart from its details, so
 * that a screen that only names kinds does not load their schemas.
 */
export const kindLabels = {
  event: { one: { es: 'Evento', en: 'Event' }, many: { es: 'Eventos', en: 'Events' } },
  community_meeting: {
    one: { es: 'Encuentro con la comunidad', en: 'Community meeting' },
    many: { es: 'Encuentros con la comunidad', en: 'Community meetings' },
  },
  photo_coverage: {
    one: { es: 'Reportería gráfica', en: 'Photo coverage' },
    many: { es: 'Reporterías gráficas', en: 'Photo coverages' },
  },
  graphic_piece: {
    one: { es: 'Pieza gráfica', en: 'Graphic piece' },
    many: { es: 'Piezas gráficas', en: 'Graphic pieces' },
  },
  institutional_video: {
    one: { es: 'Video institucional', en: 'Institutional video' },
    many: { es: 'Videos institucionales', en: 'Institutional videos' },
  },
  programme_episode: {
    one: { es: 'Emisión de programa', en: 'Programme episode' },
    many: { es: 'Emisiones de programas', en: 'Programme episodes' },
  },
  print_run: {
    one: { es: 'Impreso', en: 'Print run' },
    many: { es: 'Impresos', en: 'Print runs' },
  },
} as const satisfies Record<string, { one: Words; many: Words }>;

/** Whether a text is the id of a kind. */
export function isKindId(text: string): text is keyof typeof kindLabels {
  return Object.hasOwn(kindLabels, text);
}
