import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../app/anchor-link.tsx';
import { useSelf } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { Figure } from '../ui/figure.tsx';
import { Panel } from '../ui/panel.tsx';
import { Show } from '../ui/states.tsx';
import { clippingsOf, outputOf, pesosOf } from './month-sums.ts';
import type { Summary } from './use-summary.ts';

const figureHeight = 104;

function OutputFigure({ twoMonths, period, before }: Summary) {
  const { t } = useTranslation('summary');
  const format = useFormat();
  return (
    <Show query={twoMonths} height={figureHeight}>
      {(matrix) => (
        <Figure
          label={t('month.output')}
          value={outputOf(matrix, period.to)}
          before={{ value: outputOf(matrix, before), period: format.longMonth(before) }}
          source={t('month.outputSource')}
        >
          <AnchorLink to="/produccion" search={period} size="sm">
            {t('month.openOutput')}
          </AnchorLink>
        </Figure>
      )}
    </Show>
  );
}

function PressFigures({ twoValues, period, before }: Summary) {
  const { t } = useTranslation('summary');
  const format = useFormat();
  const compared = format.longMonth(before);
  return (
    <Show query={twoValues} height={figureHeight}>
      {(value) => (
        <>
          <Figure
            label={t('month.clippings')}
            value={clippingsOf(value, period.to)}
            before={{ value: clippingsOf(value, before), period: compared }}
          >
            <AnchorLink to="/free-press" search={{ ...period, month: period.to }} size="sm">
              {t('month.openClippings')}
            </AnchorLink>
          </Figure>
          <Figure
            label={t('month.value')}
            value={pesosOf(value, period.to)}
            write={format.money}
            before={{ value: pesosOf(value, before), period: compared }}
            source={t('month.valueSource')}
          />
        </>
      )}
    </Show>
  );
}

function PeriodFigure({ value, period }: Summary) {
  const { t } = useTranslation('summary');
  const format = useFormat();
  return (
    <Show query={value} height={figureHeight}>
      {({ total }) => (
        <Figure
          label={t('month.period', { period: format.period(period.from, period.to) })}
          value={total.valueCop}
          write={format.money}
        >
          <AnchorLink to="/free-press" search={period} size="sm">
            {t('month.openPeriod')}
          </AnchorLink>
        </Figure>
      )}
    </Show>
  );
}

/** The last month of the period in four figures; the ones that a person's role comes for stand first. */
export function MonthPanel(summary: Summary) {
  const { t } = useTranslation('summary');
  const format = useFormat();
  const { role } = useSelf();
  const comesForPress = role === 'secretary' || role === 'press';
  return (
    <Panel
      title={t('month.title', { month: format.longMonth(summary.period.to) })}
      note={t('month.note', { before: format.longMonth(summary.before) })}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        {comesForPress && <PeriodFigure {...summary} />}
        {!comesForPress && <OutputFigure {...summary} />}
        <PressFigures {...summary} />
        {comesForPress ? <OutputFigure {...summary} /> : <PeriodFigure {...summary} />}
      </SimpleGrid>
    </Panel>
  );
}
