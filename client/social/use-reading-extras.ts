import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayCell } from '../../shared/files/file-cell.ts';
import type { Reading } from '../../shared/social/rows.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import type { TableColumn } from '../ui/table-column.ts';

/** What goes with a figure into a file: its day, how exact it is, where it comes from and when it was captured. */
export function useReadingExtras<Row>(
  readingOf: (row: Row) => Reading | null,
): NonNullable<TableColumn<Row>['extras']> {
  const { t } = useTranslation(['pages', 'social', 'ui']);
  const format = useFormat();
  const { timeZone } = useToday();
  const [read] = useState(() => readingOf);
  return useMemo(
    () => [
      { header: t('extras.day'), value: (row) => dayCell(read(row)?.day) },
      {
        header: t('extras.precision'),
        value: (row) => {
          const reading = read(row);
          return reading && t(`social:figure.precisions.${reading.precision}`);
        },
      },
      {
        header: t('extras.source'),
        value: (row) => {
          const reading = read(row);
          return reading && t(`ui:sources.${reading.source}`);
        },
      },
      {
        header: t('extras.capturedAt'),
        value: (row) => {
          const reading = read(row);
          return reading && { at: format.localTime(reading.capturedAt, timeZone) };
        },
      },
    ],
    [t, format, timeZone, read],
  );
}
