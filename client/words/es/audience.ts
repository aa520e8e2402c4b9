/** Words of who follows a page; part of those of pages. */
export const audience = {
  title: 'Audiencia',
  ofDay: 'Según {{source}}, {{day}}',
  people: 'personas',
  shares: 'porcentaje de la audiencia',
  before: 'El {{day}}',
  share: 'Participación',
  value: 'Personas',
  key: 'Grupo',
  empty: 'La red no ha dado su audiencia. Puede traerse de un archivo en Administración.',
  dimensions: {
    age_gender: 'Edad y género',
    age: 'Edad',
    gender: 'Género',
    country: 'País',
    region: 'Región',
    city: 'Ciudad',
  },
  genders: { F: 'Mujeres', M: 'Hombres', U: 'Sin especificar' },
};
