import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReviewSum } from '../../shared/press/review-rows.ts';
import type { Answers } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import { Figure, Figures } from '../ui/figure.tsx';
import { Panel } from '../ui/panel.tsx';
import { figureText } from './review-figure.ts';

type Review = Answers['press']['readMonthReview'];
type Compared = { value: number | null; period: string };

interface SumProps {
  label: string;
  sum: ReviewSum;
  source?: string;
  /** The same figure of the month before and of the year before. */
  before?: Compared[];
  /** The same without outlets under contract, where it is another. */
  withoutContract?: ReviewSum;
  onSee(): void;
}

/** One total: its value, what it was before, its VAT, and the way to its appearances. */
function Sum({ label, sum, source, before = [], withoutContract, onSee }: SumProps) {
  const { t } = useTranslation(['review', 'ui']);
  const format = useFormat();
  const write = (value: number | null) =>
    value === null ? t('figures.unknown') : format.money(value);
  const [first, ...others] = before.filter(({ value }) => value !== null);
  const change = ({ value, period }: Compared) => {
    const difference = (sum.valueCop ?? 0) - (value ?? 0);
    const key = difference > 0 ? 'more' : difference < 0 ? 'less' : 'same';
    return t(`ui:figure.${key}`, { change: format.money(Math.abs(difference)), period });
  };
  return (
    <Figure label={label} value={sum.valueCop} write={format.money} source={source} before={first}>
      {sum.valueCop !== null &&
        others.map((one) => (
          <Text key={one.period} size="sm" c="dimmed">
            {change(one)}
          </Text>
        ))}
      {sum.valueWithVatCop !== null && (
        <Text size="sm" c="dimmed">
          {t('figures.withVat', { value: format.money(sum.valueWithVatCop) })}
        </Text>
      )}
      {withoutContract && withoutContract.count !== sum.count && (
        <Text size="sm" c="dimmed">
          {t('figures.withoutContract', { value: write(withoutContract.valueCop) })}
        </Text>
      )}
      {sum.count > 0 ? (
        <Anchor component="button" type="button" size="sm" onClick={onSee}>
          {t('figures.count', { count: sum.count })}
        </Anchor>
      ) : (
        <Text size="sm" c="dimmed">
          {t('figures.count', { count: sum.count })}
        </Text>
      )}
    </Figure>
  );
}

/** The totals of a month: the headline, and beside it the tones that are not in it. */
export function ReviewTotals({ review, onSee }: { review: Review; onSee(figure: string): void }) {
  const { t } = useTranslation(['review', 'ui']);
  const format = useFormat();
  const { totals } = review.summary;
  const compared = [review.lastMonth, review.lastYear].filter((one) => one !== null);
  const before = (of: 'headlineCop' | 'valueCop') =>
    compared.map((one) => ({ value: one[of], period: format.longMonth(one.month) }));
  const see = (tone: string) => () => onSee(figureText('tone', tone));
  return (
    <Panel
      title={t('figures.title', { month: format.longMonth(review.month) })}
      note={t('figures.note')}
    >
      <Stack gap="sm">
        <Figures>
          <Sum
            label={t('figures.headline')}
            sum={totals.headline}
            source={t('figures.headlineSource')}
            before={before('headlineCop')}
            withoutContract={totals.headlineWithoutContract}
            onSee={see('headline')}
          />
          <Sum label={t('figures.negative')} sum={totals.negative} onSee={see('negative')} />
          <Sum
            label={t('figures.unclassified')}
            sum={totals.unclassified}
            onSee={see('unclassified')}
          />
          <Sum
            label={t('figures.allTones')}
            sum={totals.allTones}
            source={t('figures.allSource')}
            before={before('valueCop')}
            withoutContract={totals.allWithoutContract}
            onSee={() => onSee('')}
          />
        </Figures>
        {totals.tallies.count > 0 && (
          <Text size="sm" c="dimmed">
            {t('figures.tallies', { count: totals.tallies.count })}
          </Text>
        )}
        {totals.notCounted > 0 && (
          <Text size="sm" c="dimmed">
            {t('figures.notCounted', { count: totals.notCounted })}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}
