import { SegmentedControl } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pesosCell, shareCell } from '../../shared/files/file-cell.ts';
import type { Channel, Medium } from '../../shared/press/channels.ts';
import type { Grade } from '../../shared/press/grading.ts';
import {
  type MonthSummary,
  type ReviewGrouping,
  type ReviewShare,
  reviewGroupings,
} from '../../shared/press/review-rows.ts';
import type { Tone } from '../../shared/press/schemas.ts';
import { type Format, useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { ShareBar } from '../ui/share-bar.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { type FigureName, figureText } from './review-figure.ts';

type Words = TFunction<['review', 'press']>;

const figureOf: Record<ReviewGrouping, FigureName> = {
  channel: 'channel',
  medium: 'medium',
  outlet: 'outletId',
  tone: 'tone',
  grade: 'grade',
};

/** What a part of a month is called. */
function nameOf(grouping: ReviewGrouping, { key, name, isTally }: ReviewShare, t: Words): string {
  if (isTally) return t('shares.tally');
  if (grouping === 'outlet') return name ?? '';
  if (grouping === 'tone') return t(`press:tones.${(key as Tone | null) ?? 'unclassified'}`);
  if (grouping === 'channel') return t(`press:channels.${key as Channel}`);
  if (grouping === 'medium') return t(`press:mediums.${key as Medium}`);
  return key === null ? t('shares.noGrade') : t(`press:grades.${key as Grade}`);
}

function keyOf(grouping: ReviewGrouping, { key }: ReviewShare): string {
  return key ?? (grouping === 'tone' ? 'unclassified' : 'none');
}

/** A share, which is no amount: exact to what a screen tells. */
const partOf = (part: number, whole: number) => part / whole;

function makeColumns(
  grouping: ReviewGrouping,
  total: number | null,
  t: Words,
  format: Format,
): TableColumn<ReviewShare>[] {
  const money = (value: number | null) => (value === null ? <Absent /> : format.money(value));
  const shareOf = ({ all }: ReviewShare) =>
    total && all.valueCop !== null ? partOf(all.valueCop, total) : null;
  return [
    {
      id: 'name',
      header: t(`shares.${grouping}`),
      wrap: true,
      cell: (row) => nameOf(grouping, row, t),
      sortBy: (row) => nameOf(grouping, row, t),
    },
    {
      id: 'count',
      header: t('shares.count'),
      align: 'right',
      cell: (row) => format.number(row.all.count),
      value: (row) => row.all.count,
      sortBy: (row) => row.all.count,
    },
    {
      id: 'headline',
      header: t('shares.headline'),
      align: 'right',
      cell: (row) => money(row.headline.valueCop),
      value: (row) => pesosCell(row.headline.valueCop),
      sortBy: (row) => row.headline.valueCop,
    },
    {
      id: 'all',
      header: t('shares.all'),
      align: 'right',
      cell: (row) => money(row.all.valueCop),
      value: (row) => pesosCell(row.all.valueCop),
      sortBy: (row) => row.all.valueCop,
    },
    {
      id: 'withVat',
      header: t('shares.withVat'),
      align: 'right',
      cell: (row) => money(row.all.valueWithVatCop),
      value: (row) => pesosCell(row.all.valueWithVatCop),
      sortBy: (row) => row.all.valueWithVatCop,
    },
    {
      id: 'share',
      header: t('shares.share'),
      align: 'right',
      cell: (row) => {
        const share = shareOf(row);
        return share === null ? <Absent /> : <ShareBar share={share} words={format.share(share)} />;
      },
      value: (row) => shareCell(shareOf(row)),
      sortBy: shareOf,
    },
  ];
}

/** What a month is made of, by one grouping at a time; a part opens its appearances. */
export function ReviewShares({
  summary,
  onSee,
}: {
  summary: MonthSummary;
  onSee(figure: string): void;
}) {
  const { t } = useTranslation(['review', 'press']);
  const format = useFormat();
  const [grouping, setGrouping] = useState<ReviewGrouping>('channel');
  const total = summary.totals.allTones.valueCop;
  const rows = summary.shares[grouping];
  const columns = useMemo(
    () => makeColumns(grouping, total, t, format),
    [grouping, total, t, format],
  );
  return (
    <Panel
      title={t('shares.title')}
      actions={
        <SegmentedControl
          aria-label={t('shares.by')}
          size="xs"
          value={grouping}
          onChange={(next) => setGrouping(next as ReviewGrouping)}
          data={reviewGroupings.map((value) => ({ value, label: t(`shares.${value}`) }))}
        />
      }
    >
      <DataTable
        label={t('shares.title')}
        columns={columns}
        query={{ data: rows, error: null, isPending: false, refetch: async () => undefined }}
        rows={rows}
        rowId={(row) => `${row.isTally} ${row.key}`}
        onOpen={(row) =>
          onSee(row.isTally ? '' : figureText(figureOf[grouping], keyOf(grouping, row)))
        }
        empty={{ text: t('shares.empty') }}
        maxHeight={420}
      />
    </Panel>
  );
}
