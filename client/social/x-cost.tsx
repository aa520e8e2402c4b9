import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postsReadAgainDays } from '../../shared/social/pull.ts';
import { estimateXCost, xPrices } from '../../shared/social/x-cost.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { NumberField } from '../ui/number-field.tsx';

/** What X would charge a month for what one wants read, with what that is reckoned from. */
export function XCostEstimate({ accounts: known }: { accounts: number }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const [accounts, setAccounts] = useState<number | null>(Math.max(known, 1));
  const [postsPerWeek, setPosts] = useState<number | null>(5);
  const isWhole = accounts !== null && postsPerWeek !== null;
  const cost = isWhole ? estimateXCost({ accounts, postsPerWeek }) : undefined;
  const usd = (value: number) => format.number(value, { decimals: 2 });
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {t('cost.title')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" style={{ alignItems: 'end' }}>
        <NumberField
          kind="whole"
          label={t('cost.accounts')}
          value={accounts}
          onChange={setAccounts}
        />
        <NumberField
          kind="whole"
          label={t('cost.postsPerWeek')}
          value={postsPerWeek}
          onChange={setPosts}
        />
      </SimpleGrid>
      <Text role="status" size="sm">
        {cost ? (
          <>
            <Text span fw={700} size="lg">
              ≈ {t('cost.total', { usd: usd(cost.totalUsd) })}
            </Text>{' '}
            {t('cost.parts', { profiles: usd(cost.profilesUsd), posts: usd(cost.postsUsd) })}
          </>
        ) : (
          <Absent />
        )}
      </Text>
      {cost && (
        <Text size="xs" c="dimmed">
          {t('cost.history', { usd: usd(cost.historyUsd) })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('cost.assumptions', {
          profile: usd(xPrices.profileUsd),
          post: format.number(xPrices.postUsd, { decimals: 3 }),
          days: postsReadAgainDays,
        })}
      </Text>
    </Stack>
  );
}
