import { Anchor, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ValueByTone } from '../../shared/press/coverage.ts';
import { api } from '../app/api.ts';
import { usePeriod } from '../app/use-period.ts';
import { useFormat } from '../format/use-format.ts';
import { Figure, Figures } from '../ui/figure.tsx';
import { Show } from '../ui/states.tsx';
import { GradeShares } from './grade-shares.tsx';
import { usePartialValue } from './use-partial-value.ts';

function Note({ children }: { children: string }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}

function Headline({ value }: { value: ValueByTone }) {
  const { t } = useTranslation('press');
  const format = useFormat();
  const partialOf = usePartialValue();
  const { headline, headlineWithVat, headlineWithoutContract, counted } = value;
  return (
    <Figure
      label={t('byTone.headline')}
      value={headline}
      partial={partialOf(counted.headline)}
      write={format.money}
    >
      {headlineWithVat !== null && (
        <Note>{t('byTone.withVat', { amount: format.money(headlineWithVat) })}</Note>
      )}
      {headlineWithoutContract !== headline && (
        <Note>
          {headlineWithoutContract === null
            ? t('byTone.onlyContracts')
            : t('byTone.withoutContract', { amount: format.money(headlineWithoutContract) })}
        </Note>
      )}
    </Figure>
  );
}

/**
 * The value by tone: the headline of positive and neutral, and what stands beside it, never
 * subtracted. Where only monthly totals are known, of which nobody knows the tone, all tones alone.
 */
export function ToneFigures({ onSee }: { onSee(): void }) {
  const { t } = useTranslation('press');
  const format = useFormat();
  const partialOf = usePartialValue();
  const { period } = usePeriod();
  const query = useQuery(
    api.press.readValueByTone.queryOptions(period, { placeholderData: keepPreviousData }),
  );
  return (
    <Show query={query} height={72}>
      {(value) => {
        const isToned = value.headline !== null || value.negative !== null;
        return (
          <>
            <Figures>
              {isToned && (
                <>
                  <Headline value={value} />
                  <Figure
                    label={t('tones.negative')}
                    value={value.negative}
                    partial={partialOf(value.counted.negative)}
                    write={format.money}
                  />
                  <Figure
                    label={t('tones.unclassified')}
                    value={value.unclassified}
                    partial={partialOf(value.counted.unclassified)}
                    write={format.money}
                  >
                    {value.hasTallies && <Note>{t('byTone.tallies')}</Note>}
                  </Figure>
                </>
              )}
              <Figure
                label={t('byTone.allTones')}
                value={value.allTones}
                partial={partialOf(value.counted.allTones)}
                write={format.money}
                source={t('summary.source')}
              >
                <Anchor component="button" type="button" size="sm" onClick={onSee}>
                  {t('summary.seeRows')}
                </Anchor>
              </Figure>
            </Figures>
            <GradeShares query={query} />
          </>
        );
      }}
    </Show>
  );
}
