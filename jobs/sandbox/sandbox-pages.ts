import type { NetworkId } from '../../shared/social/networks.ts';

/** Networks that the sandbox speaks for. */
export type SandboxNetwork = NetworkId;

/** A fan page of the sandbox: what it had at the end of 2020, and how fast it has grown since. */
export interface SandboxPage {
  network: SandboxNetwork;
  handle: string;
  /** The network's own identifier. */
  id: string;
  title: string;
  /** Name of the department that owns it; null for the office's main pages. */
  department: string | null;
  /** Before this day the page did not exist. */
  openedOn: string;
  atEndOf2020: { followers: number; posts: number };
  /** Average a day since then. */
  daily: { followers: number; posts: number };
}

const openedLate = '2017-02-06';

/** The pages of the office of La Estrella; what they had in 2020 is what its report printed. */
export const sandboxPages: SandboxPage[] = [
  {
    network: 'facebook',
    handle: 'AlcaldiaLaEstrella',
    id: '161803398874989',
    title: 'Alcaldía de La Estrella',
    department: null,
    openedOn: '2016-01-04',
    atEndOf2020: { followers: 24_594, posts: 1_529 },
    daily: { followers: 7.4, posts: 1.05 },
  },
  {
    network: 'instagram',
    handle: 'alcaldialaestrella',
    id: '17841401618033988',
    title: 'Alcaldía de La Estrella',
    department: null,
    openedOn: '2016-05-02',
    atEndOf2020: { followers: 12_600, posts: 1_379 },
    daily: { followers: 8.3, posts: 0.9 },
  },
  {
    network: 'x',
    handle: 'AlcLaEstrella',
    id: '2718281828459045',
    title: 'Alcaldía La Estrella',
    department: null,
    openedOn: '2015-03-02',
    atEndOf2020: { followers: 15_800, posts: 1_612 },
    daily: { followers: 0.9, posts: 0.7 },
  },
  {
    network: 'facebook',
    handle: 'EducacionLaEstrella',
    id: '161803398875101',
    title: 'Secretaría de Educación y Cultura de La Estrella',
    department: 'Secretaría de Educación y Cultura',
    openedOn: openedLate,
    atEndOf2020: { followers: 5_701, posts: 812 },
    daily: { followers: 1.3, posts: 0.5 },
  },
  {
    network: 'facebook',
    handle: 'MujerLaEstrella',
    id: '161803398875203',
    title: 'Secretaría de la Mujer de La Estrella',
    department: 'Secretaría de la Mujer',
    openedOn: openedLate,
    atEndOf2020: { followers: 4_976, posts: 645 },
    daily: { followers: 1.6, posts: 0.45 },
  },
  {
    network: 'facebook',
    handle: 'TransitoLaEstrella',
    id: '161803398875307',
    title: 'Secretaría de Tránsito y Transporte de La Estrella',
    department: 'Secretaría de Tránsito y Transporte',
    openedOn: '2020-01-13',
    atEndOf2020: { followers: 748, posts: 96 },
    daily: { followers: 0.9, posts: 0.25 },
  },
  {
    network: 'facebook',
    handle: 'SeguridadSocialLaEstrella',
    id: '161803398875409',
    title: 'Secretaría de Seguridad Social y Familia de La Estrella',
    department: 'Secretaría de Seguridad Social y Familia',
    openedOn: '2019-03-04',
    atEndOf2020: { followers: 1_437, posts: 208 },
    daily: { followers: 0.7, posts: 0.3 },
  },
  {
    network: 'facebook',
    handle: 'GobiernoLaEstrella',
    id: '161803398875511',
    title: 'Secretaría de Gobierno de La Estrella',
    department: 'Secretaría de Gobierno',
    openedOn: '2020-06-01',
    atEndOf2020: { followers: 151, posts: 41 },
    daily: { followers: 0.5, posts: 0.2 },
  },
  {
    network: 'threads',
    handle: 'alcaldialaestrella',
    id: '24681357902468',
    title: 'Alcaldía de La Estrella',
    department: null,
    openedOn: '2024-06-03',
    atEndOf2020: { followers: 0, posts: 0 },
    daily: { followers: 2.4, posts: 0.1 },
  },
  {
    network: 'youtube',
    handle: 'AlcaldiaLaEstrella',
    id: 'UCLaEstrellaAntioquia01A',
    title: 'Alcaldía de La Estrella',
    department: null,
    openedOn: '2021-02-15',
    atEndOf2020: { followers: 0, posts: 0 },
    daily: { followers: 2.1, posts: 0.22 },
  },
  {
    network: 'tiktok',
    handle: 'alcaldialaestrella',
    id: '_000LaEstrellaOpenIdOfTheOffice01',
    title: 'Alcaldía de La Estrella',
    department: null,
    openedOn: '2022-03-01',
    atEndOf2020: { followers: 0, posts: 0 },
    daily: { followers: 11.6, posts: 0.35 },
  },
  {
    network: 'linkedin',
    handle: 'alcaldia-la-estrella',
    id: '31415926',
    title: 'Alcaldía de La Estrella',
    department: null,
    openedOn: '2021-08-02',
    atEndOf2020: { followers: 0, posts: 0 },
    daily: { followers: 1.7, posts: 0.18 },
  },
  {
    network: 'mastodon',
    handle: 'laestrella',
    id: '109876543210987654',
    title: 'Alcaldía de La Estrella',
    department: null,
    openedOn: '2022-11-14',
    atEndOf2020: { followers: 0, posts: 0 },
    daily: { followers: 0.4, posts: 0.2 },
  },
  {
    network: 'bluesky',
    handle: 'laestrella.bsky.social',
    id: 'did:plc:laestrella2antioquia2co',
    title: 'Alcaldía de La Estrella',
    department: null,
    openedOn: '2024-02-12',
    atEndOf2020: { followers: 0, posts: 0 },
    daily: { followers: 0.6, posts: 0.3 },
  },
];

const numbered = /^(?:pagina|did:plc:pagina|17841490000|90000)(\d{4})(?:\.bsky\.social)?$/;
const numberedPages = new Map<string, SandboxPage>();

/** One of ten thousand pages that every network has, for trials at scale; always the same one. */
export function numberedPage(network: SandboxNetwork, number: number): SandboxPage {
  const digits = String(number).padStart(4, '0');
  const known = numberedPages.get(`${network}/${digits}`);
  if (known) return known;
  const isBluesky = network === 'bluesky';
  const prefix = { bluesky: 'did:plc:pagina', instagram: '17841490000' }[network as string];
  const page: SandboxPage = {
    network,
    handle: `pagina${digits}${isBluesky ? '.bsky.social' : ''}`,
    id: `${prefix ?? '90000'}${digits}`,
    title: `Página ${digits}`,
    department: null,
    openedOn: '2026-01-01',
    atEndOf2020: { followers: 0, posts: 0 },
    daily: { followers: 1 + (number % 7), posts: 0.2 },
  };
  numberedPages.set(`${network}/${digits}`, page);
  return page;
}

/** The page that a network knows by this handle or identifier; names ignore case. */
export function findSandboxPage(network: string, name: string): SandboxPage | undefined {
  const wanted = name.toLowerCase();
  const isWanted = (page: SandboxPage) =>
    page.network === network && (page.handle.toLowerCase() === wanted || page.id === name);
  const digits = numbered.exec(wanted)?.[1];
  if (digits === undefined) return sandboxPages.find(isWanted);
  const page = numberedPage(network as SandboxNetwork, Number(digits));
  return isWanted(page) ? page : undefined;
}
