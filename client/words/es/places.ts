/** Words of the area on screen; the keys are the area's own. */
export const places = {
  title: 'Lugares',
  note: 'Las veredas y los barrios donde la oficina se encuentra con la comunidad.',
  add: 'Agregar lugar',
  edit: 'Cambiar lugar',
  name: 'Nombre',
  type: 'Qué es',
  types: {
    vereda: 'Vereda',
    barrio: 'Barrio',
    sector: 'Sector',
    urbanization: 'Urbanización',
    trade: 'Comercio',
    other: 'Otro',
  },
  updated: 'Último cambio',
  by: '{{at}}, {{by}}',
  saved: 'Se guardó el lugar.',
  removed: 'Se quitó {{name}}.',
  empty: 'Agregue las veredas y los barrios del municipio, o impórtelos de una hoja de cálculo.',
};
