import { Box, Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../shared/social/alerts.ts';
import { networkNames } from '../../shared/social/networks.ts';
import { api } from '../app/api.ts';
import { useMayDo, useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import type { TableColumn } from '../ui/table-column.ts';
import { showFailure, showUndo } from '../ui/undo-toast.tsx';
import { AlertPlace } from './alert-place.tsx';
import { NetworkMark } from './network-mark.tsx';
import { useAlertWords } from './use-alert-words.ts';

/** Puts an alert aside, with the way back, or shows it again. */
function DismissButton({ alert }: { alert: AlertRow }) {
  const { t } = useTranslation('alerts');
  const title = useAlertWords().title(alert);
  const dismiss = useMutation(api.social.dismissAlert.mutationOptions());
  const isDismissed = alert.dismissedAt !== null;
  const put = (aside: boolean) => dismiss.mutateAsync({ alertId: alert.id, isDismissed: aside });
  async function act(): Promise<void> {
    try {
      await put(!isDismissed);
      if (!isDismissed) showUndo(t('dismissed', { title }), () => put(false));
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={dismiss.isPending}
      aria-label={t(isDismissed ? 'showOneAgain' : 'dismissOne', { title })}
      onClick={act}
    >
      {t(isDismissed ? 'showAgain' : 'dismiss')}
    </Button>
  );
}

/** Since when an alert goes on, until when it did, and who put it aside. */
function useTimes() {
  const { t } = useTranslation('alerts');
  const format = useFormat();
  const { timeZone } = useToday();
  return useMemo(() => {
    const at = (instant: string | null) =>
      instant === null ? null : format.instant(instant, timeZone);
    return {
      opened: ({ openedAt }: AlertRow) => at(openedAt),
      closed: ({ closedAt }: AlertRow) => at(closedAt),
      cell: (instant: string | null) =>
        instant === null ? null : { at: format.localTime(instant, timeZone) },
      aside: ({ dismissedAt, dismissedBy: name }: AlertRow) =>
        dismissedAt === null ? null : t('dismissedBy', { name, at: at(dismissedAt) }),
      mailed: ({ mailedAt }: AlertRow) =>
        mailedAt === null ? t('notMailed') : t('mailed', { at: at(mailedAt) }),
    };
  }, [t, format, timeZone]);
}

/** The columns of the alerts; those that are over say when. */
export function useAlertColumns(areClosed: boolean): TableColumn<AlertRow>[] {
  const { t } = useTranslation('alerts');
  const mayDismiss = useMayDo('admin', 'coordinator');
  const words = useAlertWords();
  const times = useTimes();
  return useMemo(() => {
    const columns: TableColumn<AlertRow>[] = [
      {
        id: 'subject',
        header: t('columns.subject'),
        wrap: true,
        cell: (alert) => (
          <Box>
            <AlertPlace alert={alert} />
            <NetworkMark network={alert.network} />
          </Box>
        ),
        value: words.title,
        extras: [
          { header: t('rules.network'), value: ({ network }) => networkNames[network] },
          { header: t('columns.kind'), value: ({ facts }) => t(`kinds.${facts.kind}`) },
        ],
      },
      {
        id: 'what',
        header: t('columns.what'),
        wrap: true,
        cell: (alert) => (
          <Box maw={480}>
            {words.what(alert.facts)}
            {alert.dismissedAt !== null && (
              <Text size="xs" c="dimmed">
                {times.aside(alert)}
              </Text>
            )}
          </Box>
        ),
        value: ({ facts }) => words.what(facts),
      },
      {
        id: 'openedAt',
        header: t('columns.openedAt'),
        cell: times.opened,
        value: ({ openedAt }) => times.cell(openedAt),
      },
    ];
    if (areClosed) {
      return [
        ...columns,
        {
          id: 'closedAt',
          header: t('columns.closedAt'),
          cell: times.closed,
          value: ({ closedAt }) => times.cell(closedAt),
        },
      ];
    }
    columns.push({ id: 'mailed', header: t('columns.mailed'), wrap: true, cell: times.mailed });
    if (!mayDismiss) return columns;
    return [
      ...columns,
      {
        id: 'action',
        isControl: true,
        header: t('columns.action'),
        cell: (alert) => <DismissButton alert={alert} />,
      },
    ];
  }, [t, words, times, areClosed, mayDismiss]);
}
