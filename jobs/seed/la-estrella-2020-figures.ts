/**
 * What the communications office of La Estrella (Antioquia) printed in its management report of
 * 2020, figure by figure. Nothing is corrected: where the report contradicts itself, so do these.
 */

type MonthOfOutput = [
  month: string,
  events: number,
  communityMeetings: number,
  photoCoverage: number,
  graphicPieces: number,
  institutionalVideos: number,
];

/** Table 3.1, months. */
export const monthlyOutput: readonly MonthOfOutput[] = [
  ['2020-01', 16, 1, 42, 33, 1],
  ['2020-02', 19, 12, 50, 67, 11],
  ['2020-03', 10, 2, 40, 126, 18],
  ['2020-04', 1, 0, 47, 125, 25],
  ['2020-05', 1, 0, 34, 136, 24],
  ['2020-06', 12, 1, 28, 65, 32],
  ['2020-07', 14, 2, 23, 60, 31],
  ['2020-08', 19, 1, 30, 80, 31],
  ['2020-09', 27, 0, 30, 60, 30],
  ['2020-10', 27, 0, 26, 105, 37],
  ['2020-11', 22, 1, 30, 80, 36],
  ['2020-12', 26, 1, 40, 90, 20],
];

/** The kinds of the columns of table 3.1. */
export const outputColumns = [
  'event',
  'community_meeting',
  'photo_coverage',
  'graphic_piece',
  'institutional_video',
] as const;

/** Table 3.1, the row of totals as printed. */
export const printedOutputTotals = [194, 13, 420, 1027, 296] as const;

type MonthOfPress = [
  month: string,
  pressCount: number,
  pressValueCop: number,
  broadcastDigitalCount: number,
  broadcastDigitalValueCop: number,
];

/** Table 3.2, months; whole pesos. */
export const monthlyPress: readonly MonthOfPress[] = [
  ['2020-01', 3, 1_350_000, 8, 15_541_200],
  ['2020-02', 4, 1_800_000, 10, 15_364_500],
  ['2020-03', 7, 3_150_000, 13, 72_857_000],
  ['2020-04', 9, 4_050_000, 7, 27_898_000],
  ['2020-05', 15, 57_550_000, 13, 34_705_000],
  ['2020-06', 7, 3_150_000, 10, 39_558_000],
  ['2020-07', 6, 18_900_000, 13, 26_741_250],
  ['2020-08', 8, 3_600_000, 16, 28_499_377],
  ['2020-09', 17, 24_900_000, 9, 14_663_000],
  ['2020-10', 15, 8_850_000, 13, 19_419_000],
  ['2020-11', 11, 4_950_000, 11, 17_329_000],
  ['2020-12', 18, 44_550_000, 12, 15_673_000],
];

/** Table 3.2, the row of totals as printed. */
export const printedPressTotals = {
  press: { count: 120, valueCop: 176_800_000 },
  broadcast_digital: { count: 135, valueCop: 328_248_327 },
  total: { valueCop: 505_048_327 },
} as const;

/** The outlets that the report names. */
export const outlets = {
  press: ["Q'hubo", 'Minuto 30', 'Ciudad Sur', 'El Metro', 'El Tiempo', 'El Colombiano'],
  television: ['Teleantioquia', 'Telemedellín', 'Caracol Televisión', 'Cosmovisión', 'Televid'],
  radio: ['Estrella Estéreo', 'Caracol Radio', 'Munera Eastman', 'RCN Radio'],
} as const;

/** A page of table 3.3 with the followers that it prints; `yearEnd` is what table 3.3.4 says of it. */
export interface ReportedPage {
  network: 'facebook' | 'instagram' | 'x';
  handle: string;
  title: string;
  /** Absent for the main pages. */
  department: string | null;
  label: string;
  followers: number;
  precision: 'exact' | 'rounded';
  asPrinted: string;
  yearEnd: { followers: number; posts: number } | null;
}

function departmentPage(
  handle: string,
  department: string,
  followers: number,
  asPrinted: string,
): ReportedPage {
  return {
    network: 'facebook',
    handle,
    title: `${department} de La Estrella`,
    department,
    label: `Fan page ${department}`,
    followers,
    precision: 'exact',
    asPrinted,
    yearEnd: null,
  };
}

/** Tables 3.3 and 3.3.4. */
export const reportedPages: readonly ReportedPage[] = [
  {
    network: 'facebook',
    handle: 'AlcaldiaLaEstrella',
    title: 'Alcaldía de La Estrella',
    department: null,
    label: 'Fan page Alcaldía de La Estrella',
    followers: 24_591,
    precision: 'exact',
    asPrinted: '24.591',
    yearEnd: { followers: 24_594, posts: 1_529 },
  },
  {
    network: 'instagram',
    handle: 'alcaldialaestrella',
    title: 'Alcaldía de La Estrella',
    department: null,
    label: 'Cuenta Alcaldía en Instagram',
    followers: 15_800,
    precision: 'rounded',
    asPrinted: '15.8 mil seguidores',
    yearEnd: { followers: 12_600, posts: 1_379 },
  },
  {
    network: 'x',
    handle: 'AlcLaEstrella',
    title: 'Alcaldía La Estrella',
    department: null,
    label: 'Cuenta de Twitter',
    followers: 12_500,
    precision: 'rounded',
    asPrinted: '12.5 mil seguidores',
    yearEnd: { followers: 15_800, posts: 1_612 },
  },
  departmentPage('EducacionLaEstrella', 'Secretaría de Educación y Cultura', 5_701, '5.701'),
  departmentPage('MujerLaEstrella', 'Secretaría de la Mujer', 4_976, '4.976'),
  departmentPage('TransitoLaEstrella', 'Secretaría de Tránsito y Transporte', 748, '748'),
  departmentPage(
    'SeguridadSocialLaEstrella',
    'Secretaría de Seguridad Social y Familia',
    1_437,
    '1.437',
  ),
  departmentPage('GobiernoLaEstrella', 'Secretaría de Gobierno', 151, '151'),
];
