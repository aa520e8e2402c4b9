import type { SheetTarget } from '../target.ts';

/** The outlets that write or speak of the entity. */
export const outletsTarget: SheetTarget = {
  id: 'outlets',
  columns: [
    {
      id: 'name',
      type: 'text',
      isRequired: true,
      synonyms: ['medio', 'nombre', 'nombre del medio', 'outlet', 'name'],
    },
    {
      id: 'medium',
      type: 'choice',
      isRequired: true,
      synonyms: ['tipo', 'tipo de medio', 'clase', 'medium', 'type'],
      choices: {
        press: ['prensa', 'prensa escrita', 'periodico', 'impreso', 'revista', 'newspaper'],
        radio: ['radio', 'emisora'],
        television: ['television', 'tv', 'canal', 'canal de television'],
        digital: ['digital', 'medio digital', 'portal', 'web', 'pagina web'],
      },
    },
    {
      id: 'town',
      type: 'text',
      isRequired: false,
      synonyms: ['municipio', 'ciudad', 'town', 'city'],
    },
    {
      id: 'scope',
      type: 'choice',
      isRequired: false,
      synonyms: ['alcance', 'cobertura', 'scope'],
      choices: { local: ['local'], regional: ['regional'], national: ['nacional'] },
    },
    {
      id: 'website',
      type: 'text',
      isRequired: false,
      synonyms: ['pagina web', 'sitio web', 'web', 'direccion web', 'website'],
    },
    { id: 'audience', type: 'count', isRequired: false, synonyms: ['audiencia', 'audience'] },
    {
      id: 'monthlyVisitors',
      type: 'count',
      isRequired: false,
      synonyms: ['visitas al mes', 'visitas mensuales', 'monthly visitors'],
    },
  ],
};
