import { Box, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { networkNames } from '../../shared/social/networks.ts';
import type { ConnectionRow } from '../../shared/social/rows.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import type { TableColumn } from '../ui/table-column.ts';
import { ConnectionEnd } from './connection-end.tsx';
import { ConnectionState } from './connection-state.tsx';
import { NetworkMark } from './network-mark.tsx';

/** The columns of the connections. */
export function useConnectionColumns(): TableColumn<ConnectionRow>[] {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const { timeZone } = useToday();
  return useMemo(
    () => [
      {
        id: 'network',
        header: t('network'),
        sortBy: (row) => networkNames[row.network],
        value: (row) => networkNames[row.network],
        extras: [{ header: t('label'), value: (row) => row.label }],
        cell: (row) => (
          <Box>
            <NetworkMark network={row.network} />
            {row.label !== '' && (
              <Text size="xs" c="dimmed" span>
                {row.label}
              </Text>
            )}
          </Box>
        ),
      },
      {
        id: 'status',
        header: t('status'),
        sortBy: (row) => t(`statuses.${row.status}`),
        cell: (row) => <ConnectionState connection={row} />,
      },
      {
        id: 'expires',
        header: t('expires'),
        sortBy: (row) => row.expiresAt,
        cell: (row) => <ConnectionEnd connection={row} />,
      },
      {
        id: 'checked',
        header: t('checked'),
        sortBy: (row) => row.checkedAt,
        cell: (row) =>
          row.checkedAt === null ? t('never') : format.instant(row.checkedAt, timeZone),
        value: ({ checkedAt }) =>
          checkedAt === null ? t('never') : { at: format.localTime(checkedAt, timeZone) },
      },
      {
        id: 'pages',
        header: t('pages'),
        align: 'right',
        sortBy: (row) => row.pages,
        cell: (row) => format.number(row.pages),
        value: (row) => row.pages,
      },
    ],
    [t, format, timeZone],
  );
}
