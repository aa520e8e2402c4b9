import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pesosCell, shareCell } from '../../shared/files/file-cell.ts';
import { shareOfCount, type ValueByTone } from '../../shared/press/coverage.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import type { Asked } from '../ui/states.tsx';
import type { TableColumn } from '../ui/table-column.ts';

type GradeRow = ValueByTone['grades'][number];

/** What part of the value each grade of support makes, one click away. */
export function GradeShares({ query }: { query: Asked<ValueByTone> }) {
  const { t } = useTranslation('press');
  const format = useFormat();
  const [isOpen, { toggle }] = useDisclosure(false);
  const rows = query.data?.grades;
  const columns = useMemo<TableColumn<GradeRow>[]>(() => {
    const total = (rows ?? []).reduce((sum, { valueCop }) => sum + valueCop, 0);
    const shareOf = ({ valueCop }: GradeRow) => shareOfCount(valueCop, total);
    return [
      {
        id: 'grade',
        header: t('byTone.grade'),
        cell: ({ grade }) => t(`grades.${grade}`),
        wrap: true,
      },
      {
        id: 'count',
        header: t('summary.appearances'),
        align: 'right',
        cell: ({ count }) => format.number(count),
        value: ({ count }) => count,
      },
      {
        id: 'value',
        header: t('valueShort'),
        align: 'right',
        cell: ({ valueCop }) => format.money(valueCop),
        value: ({ valueCop }) => pesosCell(valueCop),
      },
      {
        id: 'share',
        header: t('byTone.share'),
        align: 'right',
        cell: (row) => {
          const share = shareOf(row);
          return share === null ? <Absent /> : format.share(share);
        },
        value: (row) => shareCell(shareOf(row)),
      },
    ];
  }, [t, format, rows]);
  if (!rows || rows.length === 0) return null;
  return (
    <Stack gap="xs" mt="sm" align="stretch">
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        aria-expanded={isOpen}
        onClick={toggle}
      >
        {t(isOpen ? 'byTone.hideGrades' : 'byTone.seeGrades')}
      </Button>
      {isOpen && (
        <DataTable
          label={t('byTone.gradesLabel')}
          columns={columns}
          query={query}
          rows={rows}
          rowId={({ grade }) => grade}
          empty={{}}
        />
      )}
    </Stack>
  );
}
