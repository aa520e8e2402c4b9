import type { SeededRandom } from './seeded-random.ts';

const subjects = [
  'Jornada de vacunación',
  'Socialización del plan de desarrollo',
  'Entrega de mejoramientos de vivienda',
  'Feria de emprendimiento rural',
  'Inauguración de la placa polideportiva',
  'Rendición de cuentas',
  'Campaña de reciclaje',
  'Festival de música andina',
  'Atención de la emergencia invernal',
  'Matrículas en la escuela de artes',
  'Operativo de movilidad',
  'Homenaje a los líderes comunales',
] as const;

/** Where things happen. */
export const places = [
  'La Tablaza',
  'Parque principal',
  'Vereda San José',
  'Pueblo Viejo',
  'Casa de la cultura',
  'La Bermejala',
  'Unidad deportiva',
  'Tablacita',
] as const;

/** Words that a search of the bench asks for: some titles hold each. */
export const soughtWords = ['vacunacion', 'musica', 'placa', 'movilidad', 'reciclaje'] as const;

/** A title of the length of real ones, with accents. */
export function makeTitle(random: SeededRandom): string {
  return `${random.pick(subjects)} en ${random.pick(places)}, sesión ${random.whole(1, 400)}`;
}
