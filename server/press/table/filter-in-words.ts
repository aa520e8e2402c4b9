import type { ClippingExport } from '../../../shared/press/clipping-list.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { fileWords, yesOrNo } from '../file-words.ts';

const { mediums, channels, formats, tones, standings, origins, entries } = fileWords;

const labels = {
  search: 'Búsqueda',
  channel: 'Canal',
  medium: 'Tipo de medio',
  outletId: 'Medio',
  format: 'Formato',
  section: 'Sección',
  author: 'Autor',
  tone: 'Tono',
  standing: 'Valoración',
  grade: 'Grado',
  topic: 'Tema',
  spokesperson: 'Vocería',
  origin: 'Origen',
  departmentId: 'Dependencia',
  eventId: 'Evento que la causó',
  keyMessageId: 'Mensaje clave',
  entry: 'Ingreso',
  review: 'Revisión',
  isPaid: 'Espacio pagado',
  underContract: 'Medio con contrato de publicidad',
  hasEvidence: 'Con evidencia',
  minValueCop: 'Valor desde, pesos',
  maxValueCop: 'Valor hasta, pesos',
  lacking: 'Sin',
  removed: 'Quitadas',
} as const satisfies Partial<Record<keyof ClippingExport, string>>;

const lackWords: Record<ClippingExport['lacking'][number], string> = {
  author: 'autor',
  url: 'enlace',
  section: 'sección',
  topic: 'tema',
  spokesperson: 'vocería',
  department: 'dependencia',
  origin: 'origen',
  event: 'evento',
  evidence: 'evidencia',
  key_message: 'mensaje clave',
};

const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  channel: channels,
  medium: mediums,
  format: formats,
  tone: { ...tones, unclassified: 'Sin clasificar' },
  standing: { ...standings, counted: 'Las que cuentan' },
  origin: origins,
  entry: entries,
  review: { sent_back: 'Devuelta', approved: 'Aprobada', unreviewed: 'Sin revisar' },
};

const named = {
  outletId: ['outlet', 'name'],
  departmentId: ['department', 'name'],
  eventId: ['outputItem', 'title'],
  keyMessageId: ['keyMessage', 'text'],
} as const;

async function nameOf({ db }: OpenDatabase, filter: keyof typeof named, id: string) {
  const [table, column] = named[filter];
  const row = await db
    .selectFrom(table as 'outlet')
    .select(column as 'name')
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? String(Object.values(row)[0]) : id;
}

async function wordsOf(
  database: OpenDatabase,
  filter: keyof typeof labels,
  value: unknown,
): Promise<string> {
  if (filter in named) return nameOf(database, filter as keyof typeof named, String(value));
  if (typeof value === 'boolean') return yesOrNo(value);
  if (filter === 'lacking') {
    return (value as ClippingExport['lacking']).map((lack) => lackWords[lack]).join(', ');
  }
  return codes[filter]?.[String(value)] ?? String(value);
}

const saysNothing = (value: unknown) =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The filters in force, as a file says them; nothing where none is. */
export async function filterInWords(
  database: OpenDatabase,
  asked: ClippingExport,
): Promise<string | null> {
  const said: string[] = [];
  for (const filter of Object.keys(labels) as (keyof typeof labels)[]) {
    const value = asked[filter];
    if (saysNothing(value) || (filter === 'removed' && value === false)) continue;
    said.push(`${labels[filter]}: ${await wordsOf(database, filter, value)}`);
  }
  return said.join(' · ') || null;
}
