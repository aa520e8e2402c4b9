import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reading } from '../../shared/social/rows.ts';
import type { TableColumn } from '../ui/table-column.ts';

/** What goes with a figure into a file: its day, how exact it is, where it comes from and when it was captured. */
export function useReadingExtras<Row>(
  readingOf: (row: Row) => Reading | null,
): NonNullable<TableColumn<Row>['extras']> {
  const { t } = useTranslation(['pages', 'social', 'ui']);
  const [read] = useState(() => readingOf);
  return useMemo(
    () => [
      { header: t('extras.day'), value: (row) => read(row)?.day ?? null },
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
      { header: t('extras.capturedAt'), value: (row) => read(row)?.capturedAt ?? null },
    ],
    [t, read],
  );
}
