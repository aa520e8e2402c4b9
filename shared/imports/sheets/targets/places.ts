import type { SheetTarget } from '../target.ts';

/** The places of the list that the office keeps. */
export const placesTarget: SheetTarget = {
  id: 'places',
  columns: [
    {
      id: 'name',
      type: 'text',
      isRequired: true,
      synonyms: ['lugar', 'nombre', 'vereda', 'barrio', 'sector', 'place', 'name'],
    },
    {
      id: 'placeType',
      type: 'choice',
      isRequired: false,
      synonyms: ['tipo', 'clase', 'tipo de lugar', 'type'],
      choices: {
        vereda: ['vereda', 'rural'],
        barrio: ['barrio', 'neighbourhood'],
        sector: ['sector'],
        urbanization: ['urbanizacion', 'unidad residencial', 'unidad', 'conjunto'],
        trade: ['comercio', 'comerciantes', 'centro comercial'],
        other: ['otro', 'otra', 'other'],
      },
    },
  ],
};
