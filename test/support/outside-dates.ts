const zones = ['Z', ' GMT', '+0000', ' +00:00'];

/** 5 June 2026 at ten past eleven at night in Bogotá, which is 6 June in Greenwich, as others write it. */
const instants = [
  ...zones.map((zone) => `2026-06-06T04:10:00${zone}`),
  ...['2026-06-06 04:10:00.123Z', '20260606T041000Z', '1780719000', '1780719000000'],
  ...['2026-06-05T23:10:00-05:00', '2026-06-05T23:10-0500', '2026-06-05 23:10 COT'],
  ...['2026-06-05 23:10:00 GMT-5', '2026-06-06T06:10:00+02:00', '2026-06-06T06:10:00 CEST'],
  ...['Fri Jun 05 2026 23:10:00 GMT-0500 (hora estándar de Colombia)'],
];

/** Days without an hour, or without a zone: the day as it is written, whoever reads it where. */
const plainDays = [
  ...['2026-06-05', '2026/06/05', '2026-6-5', '20260605', '2026-06-05Z', '2026-06-05+00:00'],
  ...['2026-06-05T00:30:00', '2026-06-05 23:59', '2026-06-05 12:10 a. m.', '20260605T003000'],
];

const inEnglish = [
  ...['Fri, 05 Jun 2026 23:10:00 -0500', 'Sat, 06 Jun 2026 04:10:00 GMT', '5 Jun 26 23:10 EST'],
  ...[
    'June 5, 2026',
    'Friday, June 5th, 2026 at 11:10 pm',
    '5-Jun-2026',
    'Fri Jun  5 23:10:00 2026',
  ],
];

const inSpanish = [
  ...['vie., 05 jun. 2026 23:10:00 -0500', 'Vie, 5 Jun 2026 23:10:00 -0500', '5 de junio de 2026'],
  ...['viernes, 5 de junio de 2026 - 11:10 p. m.', 'VIERNES 5 DE JUNIO DEL 2026', 'junio 5, 2026'],
  ...['Sáb., 06 jun. 2026 04:10:00 +0000', '05/jun/2026 23:10'],
];

/** Dates in figures alone, of which only the place says which is the day. */
export const inFigures = [
  '05/06/2026 23:10',
  '5/6/2026',
  '05-06-2026',
  '05.06.2026',
  '05/06/2026 00:10:00',
];

/** All that is 5 June 2026 whatever the language of its place. */
export const sameEverywhere = [...instants, ...plainDays, ...inEnglish, ...inSpanish];

/** What nobody knows the day of, or what is none. */
export const noDays = [
  ...['ayer', 'hace 5 días, junio 2026', '2026', '06/2026', '31/02/2026', '05/06/26', 'junio 2026'],
  ...['5 junio', '2026-13-40', 'Nota 5 de 2026', '0000-00-00', '99/99/9999'],
];

/** The languages of places, and how they read figures; absent where nobody knows. */
export const languages: readonly (readonly [string, string | null])[] = [
  ...(['es', 'es-CO', 'es_LA', 'pt-BR', 'en-GB', 'fr'] as const).map(
    (language) => [language, '2026-06-05'] as const,
  ),
  ['en-US', '2026-05-06'],
  ...(['en', '', 'zz', 'no es una lengua'] as const).map((language) => [language, null] as const),
];
