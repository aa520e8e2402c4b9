import type { Channel, Medium } from '../../shared/press/channels.ts';
import type { Standing } from '../../shared/press/grading.ts';
import type { Format } from '../../shared/press/measures.ts';
import type { Entry, Origin, Tone } from '../../shared/press/schemas.ts';

interface FileWords {
  mediums: Record<Medium, string>;
  channels: Record<Channel, string>;
  formats: Record<Format, string>;
  tones: Record<Tone, string>;
  standings: Record<Standing, string>;
  origins: Record<Origin, string>;
  entries: Record<Entry, string>;
}

/** What the files of the press say for each code, in the office's words. */
export const fileWords: FileWords = {
  mediums: {
    press: 'Prensa',
    digital: 'Medio digital',
    television: 'Televisión',
    radio: 'Radio',
  },
  channels: {
    press: 'Prensa (escrita y virtual)',
    broadcast_digital: 'Medios digitales, televisión y radio',
  },
  formats: {
    print: 'Impreso',
    web: 'Página web',
    television: 'Televisión',
    radio: 'Radio',
  },
  tones: { positive: 'Positivo', neutral: 'Neutro', negative: 'Negativo' },
  standings: { valued: 'Con valor', unvalued: 'Sin valorar', not_counted: 'No cuenta' },
  origins: { own_initiative: 'Iniciativa propia', reactive: 'Iniciativa del medio' },
  entries: {
    manual: 'A mano',
    url: 'Desde un enlace',
    feed: 'Desde una fuente',
    import: 'Desde un archivo',
  },
};

export function yesOrNo(isSo: boolean): string {
  return isSo ? 'Sí' : 'No';
}
