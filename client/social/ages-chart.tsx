import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../ui/bar-chart.tsx';
import type { SeriesColor } from '../ui/series-colors.ts';
import type { Asked } from '../ui/states.tsx';
import { type AudiencePart, agesByGender } from './audience-groups.ts';
import type { Days } from './growth-days.ts';
import { useAudienceWords } from './use-audience-words.ts';

const genderColors: Record<string, SeriesColor> = { F: 'purple', M: 'green' };

/** An audience by age, each age by gender. */
export function AgesChart({
  part,
  query,
  days,
}: {
  part: AudiencePart;
  query: Asked<unknown>;
  days: Days;
}) {
  const { t } = useTranslation('pages');
  const words = useAudienceWords(part, days);
  const { ages, genders } = useMemo(() => agesByGender(part), [part]);
  const series = useMemo(
    () =>
      genders.map(({ gender, values }) => ({
        id: gender,
        label: words.gender(gender),
        color: genderColors[gender] ?? 'grey',
        values,
      })),
    [genders, words],
  );
  const asIs = useCallback((age: string) => age, []);
  return (
    <BarChart
      title={words.title}
      unit={words.unit}
      note={`${words.unit}. ${words.note}`}
      query={query}
      categories={ages}
      categoryHeader={t('audience.dimensions.age')}
      categoryLabel={asIs}
      series={series}
      write={words.write}
      writeShort={words.write}
      height={260}
    />
  );
}
