import { foldHeading } from '../../../files/table.ts';
import type { DetailField } from '../../../output/detail-fields.ts';
import type { KindRow } from '../../../output/rows.ts';
import { stateWords } from '../../../output/state.ts';
import type { SheetTarget, TargetColumn } from '../target.ts';

const common: TargetColumn[] = [
  {
    id: 'title',
    type: 'text',
    // Without it a meeting is called by its programme and its place.
    isRequired: false,
    synonyms: ['titulo', 'tema', 'nombre', 'actividad', 'descripcion', 'asunto', 'title'],
  },
  {
    id: 'day',
    type: 'day',
    isRequired: true,
    synonyms: ['fecha', 'dia', 'fecha del evento', 'fecha de realizacion', 'date', 'day'],
  },
  {
    id: 'kind',
    type: 'kind',
    isRequired: false,
    synonyms: ['clase', 'tipo', 'tipo de actividad', 'tipo de producto', 'producto', 'kind'],
  },
  {
    id: 'departmentId',
    type: 'department',
    isRequired: false,
    synonyms: ['dependencia', 'secretaria', 'oficina', 'area', 'department'],
  },
  {
    id: 'place',
    type: 'text',
    isRequired: false,
    synonyms: ['lugar', 'sitio', 'sector', 'barrio', 'vereda', 'place'],
  },
  {
    id: 'responsible',
    type: 'text',
    isRequired: false,
    synonyms: ['responsable', 'realizado por', 'elaborado por', 'funcionario', 'responsible'],
  },
  {
    id: 'startsAt',
    type: 'hour',
    isRequired: false,
    synonyms: ['hora', 'hora de inicio', 'desde', 'start'],
  },
  {
    id: 'endsAt',
    type: 'hour',
    isRequired: false,
    synonyms: ['hora final', 'hora de fin', 'hasta', 'end'],
  },
  {
    id: 'url',
    type: 'text',
    isRequired: false,
    synonyms: ['enlace', 'link', 'url', 'direccion web'],
  },
  {
    id: 'notes',
    type: 'text',
    isRequired: false,
    synonyms: ['observaciones', 'notas', 'nota', 'notes'],
  },
  {
    id: 'state',
    type: 'choice',
    isRequired: false,
    synonyms: ['estado', 'situacion', 'state', 'status'],
    choices: stateWords,
  },
];

const columnTypes = {
  line: 'text',
  number: 'count',
  flag: 'flag',
  choice: 'choice',
  day: 'day',
} as const;

function detailColumn({ name, input, choices, words }: DetailField): TargetColumn {
  const folded = (texts: readonly string[]) => [...new Set(texts.map(foldHeading))];
  return {
    id: `details.${name}`,
    type: columnTypes[input],
    isRequired: false,
    isMinor: true,
    synonyms: folded([words.label.es, words.label.en, name]),
    choices: Object.fromEntries(
      choices.map((choice) => {
        const label = words.choices?.[choice];
        return [choice, folded(label ? [label.es, label.en] : [choice])];
      }),
    ),
  };
}

/** Items one by one; every detail that a kind asks for is a column, once a name. */
export function outputItemsTarget(kinds: readonly KindRow[]): SheetTarget {
  const details = new Map<string, TargetColumn>();
  for (const field of kinds.flatMap((kind) => kind.fields)) {
    const column = detailColumn(field);
    const known = details.get(column.id);
    if (!known) details.set(column.id, column);
    else {
      const synonyms = [...new Set([...known.synonyms, ...column.synonyms])];
      details.set(column.id, {
        ...known,
        synonyms,
        choices: { ...known.choices, ...column.choices },
      });
    }
  }
  return { id: 'output_items', columns: [...common, ...details.values()] };
}
