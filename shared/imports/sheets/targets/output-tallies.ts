import type { SheetTarget } from '../target.ts';

/** Months' totals of kinds, as the printed table of monthly output has them: months down, kinds along, or the other way. */
export const outputTalliesTarget: SheetTarget = {
  id: 'output_tallies',
  columns: [
    {
      id: 'month',
      type: 'month',
      isRequired: true,
      goesOn: true,
      synonyms: ['mes', 'periodo', 'month'],
    },
    {
      id: 'kind',
      type: 'kind',
      isRequired: true,
      goesOn: true,
      synonyms: ['clase', 'tipo', 'actividad', 'producto', 'kind'],
    },
    {
      id: 'count',
      type: 'count',
      isRequired: true,
      synonyms: ['cantidad', 'total', 'numero', 'count'],
    },
    { id: 'source', type: 'text', isRequired: false, synonyms: ['fuente', 'source'] },
    {
      id: 'notes',
      type: 'text',
      isRequired: false,
      synonyms: ['observaciones', 'notas', 'nota', 'notes'],
    },
  ],
  cross: { axes: ['month', 'kind'], measures: ['count'] },
};
