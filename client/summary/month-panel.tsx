import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../app/anchor-link.tsx';
import { useSelf } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { countedOf, usePartialValue } from '../press/use-partial-value.ts';
import { type Compared, Figure, Figures } from '../ui/figure.tsx';
import { Panel } from '../ui/panel.tsx';
import { Show } from '../ui/states.tsx';
import { clippingsOf, outputOf, pesosOf } from './month-sums.ts';
import type { Summary } from './use-summary.ts';

const figureHeight = 104;

/**
 * The figure of the month before to compare with, and its days in words; none for a month to come.
 * Where a month counts a total, no days of it are known and nothing is compared.
 */
function useBefore({ compared, before }: Summary) {
  const { t } = useTranslation('summary');
  const format = useFormat();
  return (
    whole: number | null,
    sameDays: number | null | undefined,
    hasTotals = false,
  ): Compared | undefined => {
    if (compared === 'none') return undefined;
    const month = format.longMonth(before);
    if (compared === 'whole') return { value: whole, period: month };
    const period = t('month.sameDays', { day: Number(compared.to.slice(8)), month });
    if (hasTotals) return { value: null, period, absence: t('month.totalsWithoutDays') };
    return { value: sameDays ?? null, period };
  };
}

function OutputFigure(summary: Summary) {
  const { twoMonths, period, before, sameOutput } = summary;
  const { t } = useTranslation('summary');
  const beforeOf = useBefore(summary);
  return (
    <Show query={twoMonths} height={figureHeight}>
      {(matrix) => (
        <Figure
          label={t('month.output')}
          value={outputOf(matrix, period.to)}
          before={beforeOf(
            outputOf(matrix, before),
            sameOutput.data?.count,
            matrix.cells.some(({ sources }) => sources.includes('tally')),
          )}
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

/** The figure of a value of all tones, where the headline stands above it. */
function AllTones({ value }: { value: number | null }) {
  const { t } = useTranslation('summary');
  const format = useFormat();
  return (
    <Text size="sm" c="dimmed">
      {value === null
        ? t('month.allTonesUnknown')
        : t('month.allTones', { value: format.money(value) })}
    </Text>
  );
}

/** Whether free press of either month counts a total. */
function hasTotals({ pressTotals: { data } }: Summary): boolean {
  return (data?.total ?? 0) > 0;
}

/** The appearances of the same days before; where there are none, there is nothing to compare with. */
function sameDaysOf({ samePress: { data } }: Summary) {
  return data?.total ? data.totals : undefined;
}

/** The headline of the month; where no appearance has its tones, as in months of totals, all tones by name. */
function MonthValue(summary: Summary) {
  const { twoValues, twoHeadlines, period, before } = summary;
  const { t } = useTranslation('summary');
  const format = useFormat();
  const beforeOf = useBefore(summary);
  const partialOf = usePartialValue();
  const same = sameDaysOf(summary);
  return (
    <Show query={twoHeadlines} height={figureHeight}>
      {(headline) => {
        const all = twoValues.data ? pesosOf(twoValues.data, period.to) : null;
        const shown = clippingsOf(headline, period.to) === null ? twoValues.data : headline;
        const isHeadline = shown === headline;
        const own = shown?.rows.filter(({ month }) => month === period.to) ?? [];
        return (
          <Figure
            label={t(isHeadline ? 'month.value' : 'month.valueOfAllTones')}
            value={shown ? pesosOf(shown, period.to) : null}
            partial={partialOf(countedOf(own))}
            write={format.money}
            before={beforeOf(
              shown ? pesosOf(shown, before) : null,
              isHeadline ? same?.headlineCop : same?.valueCop,
              // Totals have no tones: the headline counts none of them.
              !isHeadline && hasTotals(summary),
            )}
            source={t('month.valueSource')}
          >
            {isHeadline && <AllTones value={all} />}
          </Figure>
        );
      }}
    </Show>
  );
}

function PressFigures(summary: Summary) {
  const { twoValues, period, before } = summary;
  const { t } = useTranslation('summary');
  const beforeOf = useBefore(summary);
  const same = sameDaysOf(summary);
  return (
    <Show query={twoValues} height={figureHeight}>
      {(value) => (
        <>
          <Figure
            label={t('month.clippings')}
            value={clippingsOf(value, period.to)}
            before={beforeOf(clippingsOf(value, before), same?.count, hasTotals(summary))}
          >
            <AnchorLink to="/free-press" search={{ ...period, month: period.to }} size="sm">
              {t('month.openClippings')}
            </AnchorLink>
          </Figure>
          <MonthValue {...summary} />
        </>
      )}
    </Show>
  );
}

function PeriodFigure({ value, headline, period }: Summary) {
  const { t } = useTranslation('summary');
  const format = useFormat();
  const partialOf = usePartialValue();
  return (
    <Show query={headline} height={figureHeight}>
      {(ofHeadline) => {
        const isHeadline = ofHeadline.total.count > 0;
        const shown = isHeadline ? ofHeadline : value.data;
        return (
          <Figure
            label={t(isHeadline ? 'month.period' : 'month.periodOfAllTones', {
              period: format.period(period.from, period.to),
            })}
            value={shown?.total.valueCop ?? null}
            partial={shown && partialOf(countedOf(shown.rows))}
            write={format.money}
          >
            {isHeadline && <AllTones value={value.data?.total.valueCop ?? null} />}
            <AnchorLink to="/free-press" search={period} size="sm">
              {t('month.openPeriod')}
            </AnchorLink>
          </Figure>
        );
      }}
    </Show>
  );
}

/** The last month of the period in four figures; the ones that a person's role comes for stand first. */
export function MonthPanel(summary: Summary) {
  const { t } = useTranslation('summary');
  const format = useFormat();
  const { role } = useSelf();
  const { compared } = summary;
  const before = format.longMonth(summary.before);
  const note =
    compared === 'none'
      ? undefined
      : compared === 'whole'
        ? t('month.note', { before })
        : t('month.noteSameDays', { before, day: Number(compared.to.slice(8)) });
  const comesForPress = role === 'secretary' || role === 'press';
  return (
    <Panel title={t('month.title', { month: format.longMonth(summary.period.to) })} note={note}>
      <Figures>
        {comesForPress && <PeriodFigure {...summary} />}
        {!comesForPress && <OutputFigure {...summary} />}
        <PressFigures {...summary} />
        {comesForPress ? <OutputFigure {...summary} /> : <PeriodFigure {...summary} />}
      </Figures>
    </Panel>
  );
}
