import { SimpleGrid, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { usePeriod } from '../app/use-period.ts';
import { useFormat } from '../format/use-format.ts';
import { Figure } from '../ui/figure.tsx';
import { Show } from '../ui/states.tsx';

function Note({ children }: { children: string }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}

/** The value by tone: the headline of positive and neutral, and what stands beside it, never subtracted. */
export function ToneFigures() {
  const { t } = useTranslation('press');
  const format = useFormat();
  const { period } = usePeriod();
  const query = useQuery(
    api.press.readValueByTone.queryOptions(period, { placeholderData: keepPreviousData }),
  );
  return (
    <Show query={query} height={72}>
      {(value) => (
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
          <Figure label={t('byTone.headline')} value={value.headline} write={format.money}>
            {value.headlineWithVat !== null && (
              <Note>{t('byTone.withVat', { amount: format.money(value.headlineWithVat) })}</Note>
            )}
            {value.headlineWithoutContract !== value.headline && (
              <Note>
                {value.headlineWithoutContract === null
                  ? t('byTone.onlyContracts')
                  : t('byTone.withoutContract', {
                      amount: format.money(value.headlineWithoutContract),
                    })}
              </Note>
            )}
          </Figure>
          <Figure label={t('tones.negative')} value={value.negative} write={format.money} />
          <Figure label={t('tones.unclassified')} value={value.unclassified} write={format.money}>
            {value.hasTallies && <Note>{t('byTone.tallies')}</Note>}
          </Figure>
          <Figure label={t('byTone.allTones')} value={value.allTones} write={format.money} />
        </SimpleGrid>
      )}
    </Show>
  );
}
