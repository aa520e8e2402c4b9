import type { Day } from '../../shared/calendar/day.ts';
import type { AudienceSlice } from '../../shared/social/audience.ts';
import { pageFigureOn, steadyFraction } from './figures.ts';
import type { SandboxPage } from './sandbox-pages.ts';

type Shares = [key: string, share: number][];

const ages: Shares = [
  ['13-17', 0.02],
  ['18-24', 0.13],
  ['25-34', 0.29],
  ['35-44', 0.25],
  ['45-54', 0.16],
  ['55-64', 0.1],
  ['65+', 0.05],
];
const womenShare = 0.61;
const countries: Shares = [
  ['CO', 0.943],
  ['US', 0.018],
  ['ES', 0.009],
  ['VE', 0.007],
  ['MX', 0.005],
  ['EC', 0.004],
];
const cities: Shares = [
  ['La Estrella, Antioquia', 0.41],
  ['Medellín, Antioquia', 0.19],
  ['Itagüí, Antioquia', 0.11],
  ['Sabaneta, Antioquia', 0.06],
  ['Caldas, Antioquia', 0.05],
  ['Envigado, Antioquia', 0.04],
  ['Bello, Antioquia', 0.03],
  ['Bogotá, D. C.', 0.02],
];

/** A page's followers by age and gender, country and city on a day; the network knows most of them. */
export function audienceOf(page: SandboxPage, day: Day): AudienceSlice[] {
  const followers = pageFigureOn(page, 'followers', day) ?? 0;
  const peopleIn = (key: string, share: number) =>
    Math.floor(followers * 0.96 * share * (0.85 + 0.15 * steadyFraction(page.id, key)));
  const slicesOf = (dimension: AudienceSlice['dimension'], shares: Shares): AudienceSlice[] =>
    shares.map(([key, share]) => ({ dimension, key, value: peopleIn(key, share), unit: 'people' }));
  const byAgeAndGender: Shares = ages.flatMap(
    ([age, share]): Shares => [
      [`${age}/F`, share * womenShare],
      [`${age}/M`, share * (1 - womenShare)],
    ],
  );
  return [
    ...slicesOf('age_gender', byAgeAndGender),
    ...slicesOf('country', countries),
    ...slicesOf('city', cities),
  ].filter(({ value }) => value > 0);
}
