import { Anchor, Divider, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../app/api.ts';
import { usePeriod } from '../app/use-period.ts';
import { useFormat } from '../format/use-format.ts';
import { Figure, Figures } from '../ui/figure.tsx';
import { Panel } from '../ui/panel.tsx';
import { type Asked, Show } from '../ui/states.tsx';
import { goToList } from './list-place.ts';
import { ToneFigures } from './tone-figures.tsx';
import { countedOf, usePartialValue } from './use-partial-value.ts';
import { usePressSearch } from './use-press-search.ts';

type MonthlyValue = Answers['press']['readMonthlyValue'];

/** The value of the period in full, how many appearances, and how many lack a value. */
export function PeriodSummary({
  query,
  headline,
}: {
  query: Asked<MonthlyValue>;
  headline: MonthlyValue | undefined;
}) {
  const { t } = useTranslation('press');
  const format = useFormat();
  const { period } = usePeriod();
  const partialOf = usePartialValue();
  const [, change] = usePressSearch();

  function see(standing: 'unvalued' | undefined): void {
    change({ standing, channel: undefined, month: undefined, search: undefined });
    goToList();
  }

  return (
    <Panel title={t('value')} note={format.period(period.from, period.to)}>
      <ToneFigures onSee={() => see(undefined)} />
      <Divider my="md" />
      <Show query={query} height={72}>
        {({ totals, rows }) => {
          const { unvalued } = countedOf(rows);
          return (
            <Figures>
              {totals.map(({ channel, valueCop, count }) => {
                const toned = headline?.totals.find((one) => one.channel === channel);
                return (
                  <Figure
                    key={channel}
                    label={t('summary.ofChannel', {
                      channel: t(`channels.${channel}`),
                      count: format.number(count),
                    })}
                    value={valueCop}
                    partial={partialOf(countedOf(rows.filter((row) => row.channel === channel)))}
                    write={format.money}
                  >
                    {toned && toned.valueCop !== null && (
                      <Text size="sm" c="dimmed">
                        {t('summary.headlineOf', { value: format.money(toned.valueCop) })}
                      </Text>
                    )}
                  </Figure>
                );
              })}
              <Figure label={t('summary.unvalued')} value={unvalued}>
                {unvalued > 0 && (
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    onClick={() => see('unvalued')}
                  >
                    {t('summary.seeUnvalued')}
                  </Anchor>
                )}
              </Figure>
            </Figures>
          );
        }}
      </Show>
    </Panel>
  );
}
