import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const reaches = ['this', 'following'] as const;

/** How much of a series a change reaches: one day, or it and those after it. */
export type SeriesReach = (typeof reaches)[number];

interface SeriesReachFieldProps {
  value: SeriesReach;
  onChange(reach: SeriesReach): void;
}

/** Asks whether a change is of one day of a series or of the following ones as well. */
export function SeriesReachField({ value, onChange }: SeriesReachFieldProps) {
  const { t } = useTranslation('output');
  return (
    <Radio.Group
      label={t('repeat.which')}
      description={value === 'following' ? t('repeat.followingHelp') : undefined}
      value={value}
      onChange={(next) => onChange(reaches.find((one) => one === next) ?? 'this')}
    >
      <Stack gap={6} mt={6}>
        {reaches.map((reach) => (
          <Radio key={reach} value={reach} label={t(`repeat.${reach}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
