import type { places as spanish } from '../es/places.ts';

/** The same words in English. */
export const places: typeof spanish = {
  title: 'Places',
  note: 'The veredas and barrios where the office meets the community.',
  add: 'Add place',
  edit: 'Change place',
  name: 'Name',
  type: 'What it is',
  types: {
    vereda: 'Vereda',
    barrio: 'Barrio',
    sector: 'Sector',
    urbanization: 'Residential complex',
    trade: 'Trade',
    other: 'Other',
  },
  updated: 'Last change',
  by: '{{at}}, {{by}}',
  saved: 'The place was saved.',
  removed: '{{name}} was removed.',
  empty: 'Add the veredas and barrios of the municipality, or import them from a spreadsheet.',
};
