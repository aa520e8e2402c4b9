import type { SheetTarget, TargetColumn } from '../target.ts';
import { optionalColumn as optional } from './optional-column.ts';

/** The columns that say the size of an appearance; without any it counts as one note. */
const size: TargetColumn[] = [
  optional('seconds', 'number', 'segundos', 'duracion', 'duracion en segundos', 'seconds'),
  optional('columns', 'number', 'columnas', 'numero de columnas', 'columns'),
  optional('widthCm', 'number', 'ancho', 'ancho cm', 'ancho en cm', 'width'),
  optional('heightCm', 'number', 'alto', 'alto cm', 'alto en cm', 'centimetros', 'height'),
];

/** Appearances one by one. */
export const clippingsTarget: SheetTarget = {
  id: 'clippings',
  columns: [
    {
      id: 'day',
      type: 'day',
      isRequired: true,
      synonyms: ['fecha', 'dia', 'fecha de publicacion', 'fecha de emision', 'date', 'day'],
    },
    {
      id: 'outletId',
      type: 'outlet',
      isRequired: true,
      synonyms: ['medio', 'nombre del medio', 'medio de comunicacion', 'outlet'],
    },
    {
      id: 'title',
      type: 'text',
      isRequired: true,
      synonyms: ['titulo', 'titular', 'noticia', 'nota', 'headline', 'title'],
    },
    {
      id: 'format',
      type: 'choice',
      isRequired: true,
      synonyms: ['formato', 'tipo de medio', 'tipo', 'format'],
      choices: {
        print: ['prensa', 'prensa escrita', 'impreso', 'impresa', 'periodico', 'revista'],
        web: ['digital', 'medio digital', 'portal', 'portal web', 'pagina web', 'internet'],
        television: ['tv', 'canal', 'television'],
        radio: ['emisora', 'radio'],
      },
    },
    optional('section', 'text', 'seccion', 'franja', 'section'),
    optional('pageLabel', 'text', 'pagina', 'page'),
    ...size,
    {
      ...optional('tone', 'choice', 'tono', 'tendencia', 'valoracion', 'tone'),
      choices: {
        positive: ['positivo', 'positiva', 'favorable'],
        neutral: ['neutro', 'neutra', 'neutral', 'informativa'],
        negative: ['negativo', 'negativa', 'desfavorable'],
      },
      unchosen: ['sin clasificar', 'sin tono', 'unclassified'],
    },
    optional('topic', 'text', 'tema', 'asunto', 'topic'),
    optional('author', 'text', 'autor', 'periodista', 'author'),
    optional('spokesperson', 'text', 'vocero', 'vocera', 'voceria', 'spokesperson'),
    optional('departmentId', 'department', 'dependencia', 'secretaria', 'department'),
    optional('isPaid', 'flag', 'pagado', 'pagada', 'pauta', 'paid'),
    optional('url', 'text', 'enlace', 'link', 'url', 'direccion web'),
    optional('notes', 'text', 'observaciones', 'notas', 'notes'),
  ],
};
