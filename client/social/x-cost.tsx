import { NumberInput, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postsReadAgainDays } from '../../shared/social/pull.ts';
import { estimateXCost, xPrices } from '../../shared/social/x-cost.ts';
import { useFormat } from '../format/use-format.ts';

const counts = { min: 0, max: 100_000, allowDecimal: false, clampBehavior: 'strict' } as const;

/** What X would charge a month for what one wants read, with what that is reckoned from. */
export function XCostEstimate({ accounts: known }: { accounts: number }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const [accounts, setAccounts] = useState(Math.max(known, 1));
  const [readsPerDay, setReads] = useState(1);
  const [postsPerWeek, setPosts] = useState(5);
  const cost = estimateXCost({ accounts, readsPerDay, postsPerWeek });
  const usd = (value: number) => format.number(value, 2);
  const asNumber = (set: (value: number) => void) => (value: string | number) => {
    set(Number(value) || 0);
  };
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {t('cost.title')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" style={{ alignItems: 'end' }}>
        <NumberInput
          label={t('cost.accounts')}
          value={accounts}
          onChange={asNumber(setAccounts)}
          {...counts}
        />
        <NumberInput
          label={t('cost.reads')}
          value={readsPerDay}
          onChange={asNumber(setReads)}
          {...counts}
          max={24}
        />
        <NumberInput
          label={t('cost.postsPerWeek')}
          value={postsPerWeek}
          onChange={asNumber(setPosts)}
          {...counts}
          max={1_000}
        />
      </SimpleGrid>
      <Text role="status" size="sm">
        <Text span fw={700} size="lg">
          ≈ {t('cost.total', { usd: usd(cost.totalUsd) })}
        </Text>{' '}
        {t('cost.parts', { profiles: usd(cost.profilesUsd), posts: usd(cost.postsUsd) })}
      </Text>
      <Text size="xs" c="dimmed">
        {t('cost.history', { usd: usd(cost.historyUsd) })}
      </Text>
      <Text size="xs" c="dimmed">
        {t('cost.assumptions', {
          profile: usd(xPrices.profileUsd),
          post: format.number(xPrices.postUsd, 3),
          days: postsReadAgainDays,
        })}
      </Text>
    </Stack>
  );
}
