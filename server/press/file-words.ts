import type { RateApproval } from '../../shared/press/approval.ts';
import type { Channel, Medium } from '../../shared/press/channels.ts';
import type { RateSource, Standing } from '../../shared/press/grading.ts';
import type { Format, RateUnit, Unit } from '../../shared/press/measures.ts';
import type { Entry, Origin, Tone } from '../../shared/press/schemas.ts';

interface FileWords {
  mediums: Record<Medium, string>;
  channels: Record<Channel, string>;
  formats: Record<Format, string>;
  tones: Record<Tone, string>;
  standings: Record<Standing, string>;
  origins: Record<Origin, string>;
  entries: Record<Entry, string>;
  units: Record<Unit, string>;
  rateUnits: Record<RateUnit, string>;
  rateSources: Record<RateSource, string>;
  approvals: Record<RateApproval, string>;
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
  units: {
    note: 'Nota',
    page_area: 'Área de página (ancho × alto)',
    column_cm: 'Centímetro-columna',
    second: 'Segundos',
    page_fraction: 'Fracción de página',
    cpm: 'Mil visualizaciones',
    manual: 'Valor estimado a mano',
  },
  rateUnits: {
    note: 'Por nota',
    page_area: 'Por área de página',
    page_1: 'Página entera',
    page_1_2: 'Media página',
    page_1_3: 'Un tercio de página',
    page_1_4: 'Un cuarto de página',
    page_1_8: 'Un octavo de página',
    page_1_16: 'Un dieciseisavo de página',
    column_cm: 'Por centímetro-columna',
    second: 'Por segundos',
    cpm: 'Por mil visualizaciones',
    flat: 'Tarifa plana del medio',
  },
  rateSources: {
    published_tariff: 'Tarifario publicado',
    quotation: 'Cotización',
    flat_policy: 'Valor fijo por política',
    unsupported: 'Sin soporte',
  },
  approvals: { approved: 'Aprobada', unapproved: 'Sin aprobar' },
};

export function yesOrNo(isSo: boolean): string {
  return isSo ? 'Sí' : 'No';
}
