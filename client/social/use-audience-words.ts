import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../format/use-format.ts';
import type { AudiencePart } from './audience-groups.ts';
import type { Days } from './growth-days.ts';

const regionCode = /^[A-Z]{2}$/;

function countryName(code: string, locale: string): string {
  if (!regionCode.test(code)) return code;
  return new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

/** How a part of an audience is written: its heading, where it comes from, its groups and its figures. */
export function useAudienceWords(part: AudiencePart, { from }: Days) {
  const { t } = useTranslation(['pages', 'ui']);
  const format = useFormat();
  return useMemo(() => {
    const { dimension, unit, source, day, followers } = part;
    const ofPeople = followers
      ? t('audience.ofFollowers', {
          followers: format.number(followers.value),
          day: format.day(followers.day),
        })
      : t('audience.unknownBase');
    const gender = (key: string) =>
      key === 'F' || key === 'M' || key === 'U' ? t(`audience.genders.${key}`) : key;
    const group = (key: string) => {
      if (dimension === 'country') return countryName(key, format.locale);
      return dimension === 'gender' ? gender(key) : key;
    };
    return {
      title: `${t('audience.title')}: ${t(`audience.dimensions.${dimension}`)}`,
      note: [
        `${t('audience.ofDay', { source: t(`ui:sources.${source}`), day: format.day(day) })}.`,
        day < from && t('audience.early'),
        unit === 'people' ? ofPeople : t('audience.ofNetwork'),
      ]
        .filter(Boolean)
        .join(' '),
      unit: t(unit === 'people' ? 'audience.people' : 'audience.shares'),
      gender,
      group,
      write: writeAs(unit, format),
    };
  }, [part, from, t, format]);
}

/** People as a count; hundredths of a percent as a percentage. */
function writeAs(unit: AudiencePart['unit'], format: Format): (value: number) => string {
  return unit === 'people' ? format.number : (value) => format.share(value / 10_000);
}
