import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pesosCell } from '../../shared/files/file-cell.ts';
import type { ValueChange, Worth } from '../../shared/press/revaluation.ts';
import { useFormat } from '../format/use-format.ts';
import type { TableColumn } from '../ui/table-column.ts';

/** What an appearance is worth in words: an amount, or why it has none. */
function useWorthWords(): (worth: Worth) => string {
  const { t } = useTranslation('prices');
  const format = useFormat();
  return useMemo(
    () =>
      ({ standing, valueCop }) => {
        if (standing === 'not_counted') return t('change.notCounted');
        return valueCop === null ? t('change.unvalued') : format.money(valueCop);
      },
    [t, format],
  );
}

/** The columns of appearances whose value would change. */
export function useValueChangeColumns(): TableColumn<ValueChange>[] {
  const { t } = useTranslation(['prices', 'press']);
  const format = useFormat();
  const words = useWorthWords();
  return useMemo(() => {
    const worth = (side: 'before' | 'after'): TableColumn<ValueChange> => ({
      id: side,
      header: t(`prices:change.${side}`),
      align: 'right',
      cell: (row) => (
        <>
          {words(row[side])}
          {row[side].grade && (
            <Text size="xs" c="dimmed">
              {t('prices:change.grade', { grade: row[side].grade })}
            </Text>
          )}
        </>
      ),
      value: (row) => pesosCell(row[side].valueCop),
    });
    const channel = ({ before, after }: ValueChange) => {
      const [was, is] = [before, after].map((side) => t(`press:channels.${side.channel}`));
      return was === is ? was : t('prices:change.channelMoves', { was, is });
    };
    return [
      { id: 'title', header: t('prices:change.headline'), cell: (row) => row.title, wrap: true },
      {
        id: 'day',
        header: t('prices:change.day'),
        cell: (row) => format.day(row.day),
        value: ({ day }) => ({ day }),
      },
      { id: 'outlet', header: t('prices:change.outlet'), cell: (row) => row.outletName },
      { id: 'channel', header: t('prices:change.channel'), cell: channel, wrap: true },
      worth('before'),
      worth('after'),
    ];
  }, [t, format, words]);
}
