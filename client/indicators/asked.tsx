import { Group, Stack, Text } from '@mantine/core';
import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconSquareFilled,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Light, lightFrom } from '../../shared/indicators/progress.ts';
import type { IndicatorFigure, IndicatorRow } from '../../shared/indicators/rows.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { Fact } from '../ui/fact.tsx';
import { useFigures } from './use-indicator-words.ts';

const lights = {
  green: { Icon: IconCircleCheckFilled, color: 'var(--mantine-color-green-8)' },
  amber: { Icon: IconAlertTriangleFilled, color: 'var(--mantine-color-yellow-8)' },
  red: { Icon: IconSquareFilled, color: 'var(--mantine-color-red-8)' },
} as const;

/** How an indicator stands beside its target to date: a colour, a shape and words. */
export function TrafficLight({ light }: { light: Light }) {
  const { t } = useTranslation('indicators');
  const { Icon, color } = lights[light];
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={16} color={color} aria-hidden />
      <Text size="sm" span>
        {t(`lights.${light}`)}
      </Text>
    </Group>
  );
}

/** What has to be said of a figure: of how much it tells, and what is not in it. */
export function Caveats({
  figure: { coverage, caveats = [], since, until },
}: {
  figure: IndicatorFigure;
}) {
  const { t } = useTranslation('indicators');
  const format = useFormat();
  const said = [
    coverage && t(`coverage.${coverage.unit}`, { has: coverage.has, of: coverage.of }),
    since && t('since', { day: format.day(since) }),
    until && t('until', { day: format.day(until) }),
    ...caveats.map((caveat) => t(`caveats.${caveat}`)),
  ].filter(Boolean);
  if (said.length === 0) return null;
  return (
    <Text size="xs" c="dimmed" style={{ whiteSpace: 'normal' }}>
      {said.join(' ')}
    </Text>
  );
}

/** What is left to say of a target: the share of the month that has not ended, months without one, a contradiction. */
function useAskedWords() {
  const { t } = useTranslation('indicators');
  const format = useFormat();
  const { write } = useFigures();
  return ({ asked, monthsSay, unit }: IndicatorRow): string[] => {
    const { toDate, months, unfinished } = asked;
    const isShared = toDate !== null && unfinished !== null;
    return [
      isShared && t('toDate.unfinished', { ...unfinished, month: format.month(unfinished.month) }),
      toDate !== null && months !== null && t('toDate.months', months),
      monthsSay !== null && t('monthsSay', { target: write(monthsSay, unit) }),
    ].filter((words) => words !== false);
  };
}

/** The target of the period, and of the part of it that has passed. */
export function TargetCell({ row }: { row: IndicatorRow }) {
  const { t } = useTranslation('indicators');
  const { write } = useFigures();
  const words = useAskedWords()(row);
  const { asked, unit } = row;
  const { value, toDate } = asked;
  return (
    <Stack gap={0} align="flex-end">
      {value === null ? <Absent /> : write(value, unit)}
      {toDate !== null && toDate !== value && (
        <Text size="xs" c="dimmed">
          {t('toDate.value', { target: write(toDate, unit) })}
        </Text>
      )}
      {words.map((text) => (
        <Text key={text} size="xs" c="dimmed" style={{ whiteSpace: 'normal' }}>
          {text}
        </Text>
      ))}
    </Stack>
  );
}

/** The target to date and the light, as facts of one indicator. */
export function AskedFacts({ indicator }: { indicator: IndicatorRow }) {
  const { t } = useTranslation('indicators');
  const { write } = useFigures();
  const words = useAskedWords()(indicator);
  const { asked, light, unit } = indicator;
  return (
    <>
      <Fact label={t('columns.toDate')}>
        {asked.toDate === null ? t('noToDate') : write(asked.toDate, unit)}
        {words.map((text) => (
          <Text key={text} size="xs" c="dimmed">
            {text}
          </Text>
        ))}
      </Fact>
      <Fact label={t('columns.light')}>
        {light && (
          <>
            <TrafficLight light={light} />
            <Text size="xs" c="dimmed">
              {t('lightNote', lightFrom)}
            </Text>
          </>
        )}
      </Fact>
    </>
  );
}
