import { SimpleGrid, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../shared/press/channels.ts';
import { Page } from '../app/page.tsx';
import { type CellKey, cellText } from '../output/cell-key.ts';
import { OutputChart } from '../output/output-chart.tsx';
import { MonthlyValueChart } from '../press/monthly-value-chart.tsx';
import { AlertsPanel } from './alerts-panel.tsx';
import { AttentionPanel } from './attention-panel.tsx';
import { FollowersPanel } from './followers-panel.tsx';
import { MonthPanel } from './month-panel.tsx';
import { useSummary } from './use-summary.ts';

/** *Resumen*: the month at a glance, what requires attention, and the two charts of the period. */
export function SummaryPage() {
  const { t } = useTranslation('summary');
  const navigate = useNavigate();
  const summary = useSummary();
  const { period } = summary;
  const openCell = useCallback(
    (cell: CellKey) => navigate({ to: '/produccion', search: { ...period, cell: cellText(cell) } }),
    [navigate, period],
  );
  const openMonth = useCallback(
    (month: string, channel: Channel) =>
      navigate({ to: '/free-press', search: { ...period, month, channel } }),
    [navigate, period],
  );
  return (
    <Page title={t('title')} description={t('description')}>
      <Stack gap="md">
        <MonthPanel {...summary} />
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
          <FollowersPanel pages={summary.pages} />
          <AttentionPanel {...summary} />
        </SimpleGrid>
        <AlertsPanel />
        <OutputChart query={summary.matrix} onOpen={openCell} />
        <MonthlyValueChart query={summary.value} headline={summary.headline} onOpen={openMonth} />
      </Stack>
    </Page>
  );
}
