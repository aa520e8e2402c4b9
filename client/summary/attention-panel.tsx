import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCircleCheck } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../app/anchor-link.tsx';
import { useFormat } from '../format/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import { LoadingState } from '../ui/states.tsx';
import { DeadConnection, EndingConnection } from './connection-matters.tsx';
import { Matter } from './matter.tsx';
import { PlannedPast, usePlannedPast } from './planned-past.tsx';
import { useAttention } from './use-attention.ts';
import type { Summary } from './use-summary.ts';

const ContradictionsDrawer = lazy(() => import('./contradictions-drawer.tsx'));

/** What a person should see to, each with the way there; says so when there is nothing. */
export function AttentionPanel({ value, pages, period }: Summary) {
  const { t } = useTranslation('summary');
  const format = useFormat();
  const attention = useAttention({ value, pages, period });
  const { unvalued, monthToClose, sentBack, failedPages, unreadToday, report } = attention;
  const { deadConnections, endingConnections } = attention;
  const [areOpen, { open, close }] = useDisclosure();
  const past = usePlannedPast();
  const matters = [
    past.total > 0 && <PlannedPast key="planned" {...past} />,
    monthToClose !== null && (
      <Matter key="close" text={t('attention.toClose', { month: format.longMonth(monthToClose) })}>
        <AnchorLink to="/free-press" search={{ view: 'review', month: monthToClose }} inherit>
          {t('attention.seeToClose')}
        </AnchorLink>
      </Matter>
    ),
    sentBack > 0 && (
      <Matter key="sent-back" text={t('attention.sentBack', { count: sentBack })}>
        <AnchorLink to="/free-press" search={{ ...period, review: 'sent_back' }} inherit>
          {t('attention.seeSentBack')}
        </AnchorLink>
      </Matter>
    ),
    unvalued > 0 && (
      <Matter key="unvalued" text={t('attention.unvalued', { count: unvalued })}>
        <AnchorLink to="/free-press" search={{ ...period, standing: 'unvalued' }} inherit>
          {t('attention.seeUnvalued')}
        </AnchorLink>
      </Matter>
    ),
    failedPages > 0 && (
      <Matter key="failed" text={t('attention.failed', { count: failedPages })}>
        <AnchorLink to="/redes" search={{ view: 'pages' }} inherit>
          {t('attention.seePages')}
        </AnchorLink>
      </Matter>
    ),
    unreadToday > 0 && (
      <Matter key="unread" text={t('attention.notToday', { count: unreadToday })}>
        <AnchorLink to="/redes" search={{ view: 'pages' }} inherit>
          {t('attention.seePages')}
        </AnchorLink>
      </Matter>
    ),
    ...deadConnections.map((connection) => (
      <DeadConnection key={connection.id} connection={connection} />
    )),
    ...endingConnections.map(({ connection, stage }) => (
      <EndingConnection key={connection.id} connection={connection} stage={stage} />
    )),
    report && report.discrepancies.length > 0 && (
      <Matter
        key="report"
        text={t('attention.discrepancies', {
          count: report.discrepancies.length,
          year: report.year,
        })}
      >
        <Anchor component="button" type="button" inherit onClick={open}>
          {t('attention.seeDiscrepancies')}
        </Anchor>
      </Matter>
    ),
  ].filter(Boolean);
  const isWaiting = value.data === undefined || pages.data === undefined;
  return (
    <Panel title={t('attention.title')}>
      {isWaiting && <LoadingState height={72} />}
      {!isWaiting && matters.length === 0 && (
        <Group gap="sm">
          <IconCircleCheck size={18} stroke={1.6} aria-hidden color="var(--altavoz-good)" />
          <Text size="sm">{t('attention.none')}</Text>
        </Group>
      )}
      {!isWaiting && matters.length > 0 && (
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
          {matters}
        </Stack>
      )}
      <Suspense>
        {report && areOpen && <ContradictionsDrawer {...report} onClose={close} />}
      </Suspense>
    </Panel>
  );
}
