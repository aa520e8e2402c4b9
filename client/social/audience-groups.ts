import type { AudienceAnswer } from '../../shared/social/figure-rows.ts';

/** What is known of one dimension of an audience. */
export type AudiencePart = AudienceAnswer['dimensions'][number];

/** One group of an audience, with its share of the whole. */
export interface AudienceGroup {
  key: string;
  value: number;
  /** From 0 to 1, of the followers of the page, or as the network gives it; null where those are not known. */
  share: number | null;
  before: number | null;
}

/** Networks list the largest groups alone: what these come to is not the whole audience. */
function shareOf(value: number, { unit, followers }: AudiencePart): number | null {
  const whole = unit === 'people' ? (followers?.value ?? 0) : 10_000;
  return value > whole || whole === 0 ? null : value / whole;
}

/** The groups of a dimension, the largest first. */
export function groupsOf(part: AudiencePart): AudienceGroup[] {
  const { slices, before } = part;
  return slices
    .map(({ key, value }) => ({
      key,
      value,
      share: shareOf(value, part),
      before: before?.slices.find((slice) => slice.key === key)?.value ?? null,
    }))
    .sort((a, b) => b.value - a.value || a.key.localeCompare(b.key));
}

/** Ages and genders of an audience as a table: `25-34/F` is the age 25-34 of the gender F. */
export interface AgesByGender {
  ages: string[];
  genders: { gender: string; values: (number | null)[] }[];
}

/** Splits the keys of ages and genders; ages in order, genders in the order women, men, the rest. */
export function agesByGender({ slices }: AudiencePart): AgesByGender {
  const values = new Map(slices.map(({ key, value }) => [key, value]));
  const parts = slices.map(({ key }) => key.split('/'));
  const ages = [...new Set(parts.map(([age = '']) => age))].sort(
    (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
  );
  const present = new Set(parts.map(([, gender = '']) => gender));
  const known = ['F', 'M', 'U'].filter((gender) => present.has(gender));
  const rest = [...present].filter((gender) => !known.includes(gender)).sort();
  return {
    ages,
    genders: [...known, ...rest].map((gender) => ({
      gender,
      values: ages.map((age) => values.get(`${age}/${gender}`) ?? null),
    })),
  };
}
