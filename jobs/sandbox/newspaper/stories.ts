/** A paper of the sandbox: its host on this machine, and how it writes and tells what is new. */
export interface Paper {
  host: string;
  outlet: string;
  charset: 'utf-8' | 'iso-8859-1';
  feed: 'rss' | 'atom' | 'json';
}

/** Each browser leads a host under `localhost` to the machine itself. */
export const papers = [
  { host: 'elcolombiano.localhost', outlet: 'El Colombiano', charset: 'utf-8', feed: 'rss' },
  { host: 'minuto30.localhost', outlet: 'Minuto 30', charset: 'iso-8859-1', feed: 'atom' },
  { host: 'teleantioquia.localhost', outlet: 'Teleantioquia', charset: 'utf-8', feed: 'json' },
] as const satisfies readonly Paper[];

export interface Story {
  host: (typeof papers)[number]['host'];
  slug: string;
  title: string;
  summary: string;
  author: string;
  section: string;
  daysAgo: number;
}

/** What the papers tell: of the municipality, of others, and of stars that are no municipality. */
export const stories: readonly Story[] = [
  {
    host: 'elcolombiano.localhost',
    slug: 'parque-la-estrella',
    title: 'La Estrella abrió su nuevo parque lineal a orillas de la quebrada',
    summary: 'Niños y mayores caminaron el sendero el día en que la Alcaldía lo entregó.',
    author: 'Marta Peña',
    section: 'Antioquia',
    daysAgo: 1,
  },
  {
    host: 'elcolombiano.localhost',
    slug: 'metro-sur',
    title: 'El Metro extiende su horario en las estaciones del sur',
    summary: 'Sabaneta y La Estrella tendrán trenes hasta la medianoche los fines de semana.',
    author: 'Redacción',
    section: 'Movilidad',
    daysAgo: 3,
  },
  {
    host: 'elcolombiano.localhost',
    slug: 'goleador',
    title: 'El goleador, la estrella del equipo, volvió a entrenar',
    summary: 'El técnico espera tenerlo en el clásico del domingo.',
    author: 'Luis Ríos',
    section: 'Deportes',
    daysAgo: 2,
  },
  {
    host: 'minuto30.localhost',
    slug: 'cierres-viales',
    title: 'Atención: así serán los cierres viales en La Estrella este sábado',
    summary: 'La Secretaría de Tránsito recomienda tomar la vía de la Bermejala.',
    author: 'Óscar Muñoz',
    section: 'Movilidad',
    daysAgo: 1,
  },
  {
    host: 'minuto30.localhost',
    slug: 'lluvias-ladera',
    title: 'Vecinos de La Estrella piden acción por un deslizamiento tras las lluvias',
    summary: 'Dicen que la ladera de Pueblo Viejo se mueve desde el año pasado.',
    author: 'Redacción',
    section: 'Área metropolitana',
    daysAgo: 4,
  },
  {
    host: 'minuto30.localhost',
    slug: 'cine',
    title: 'La Estrella de Belén, la película que llega a las salas en diciembre',
    summary: 'El estreno será simultáneo en doce ciudades.',
    author: 'Redacción',
    section: 'Entretenimiento',
    daysAgo: 2,
  },
  {
    host: 'teleantioquia.localhost',
    slug: 'escuela-musica',
    title: 'La escuela de música de los siderenses celebra veinte años',
    summary: 'El concierto será en el parque principal de La Estrella, con entrada libre.',
    author: 'Noticiero',
    section: 'Cultura',
    daysAgo: 2,
  },
];
