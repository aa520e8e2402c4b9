import { Button, Checkbox, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pesosCell } from '../../shared/files/file-cell.ts';
import { doubtsOf } from '../../shared/press/review.ts';
import type { ReviewedRow } from '../../shared/press/review-rows.ts';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { type Format, useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { FilterChips } from '../ui/filter-chips.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { showDone, showFailure } from '../ui/undo-toast.tsx';
import { ApprovalDoubts } from './approval-doubts.tsx';
import { listPlace } from './list-place.ts';
import { narrowedTo } from './review-figure.ts';
import { useFigureWords } from './use-figure-words.ts';
import { usePressSearch } from './use-press-search.ts';

type Words = TFunction<['review', 'press']>;

const pageSize = 50;

function StateWords({ row, t }: { row: ReviewedRow; t: Words }) {
  const word = t(`list.${row.reviewState ?? 'pending'}`);
  return row.reviewState === 'sent_back' ? <strong>{word}</strong> : word;
}

function Value({ row, t, format }: { row: ReviewedRow; t: Words; format: Format }) {
  if (row.standing === 'not_counted') return t('list.notCounted');
  if (row.valueCop === null) return <Absent label={t('press:standings.unvalued')} />;
  return format.money(row.valueCop);
}

function makeColumns(t: Words, format: Format): TableColumn<ReviewedRow>[] {
  return [
    {
      id: 'title',
      header: t('list.headline'),
      wrap: true,
      cell: (row) => row.title,
    },
    {
      id: 'day',
      header: t('list.day'),
      cell: (row) => format.day(row.day),
      value: ({ day }) => ({ day }),
    },
    {
      id: 'outlet',
      header: t('list.outlet'),
      value: (row) => row.outletName,
      cell: (row) => (
        <>
          {row.outletName}
          {row.underContract && (
            <Text size="xs" c="dimmed">
              {t('list.contract')}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'tone',
      header: t('list.tone'),
      cell: (row) => t(`press:tones.${row.tone ?? 'unclassified'}`),
    },
    {
      id: 'value',
      header: t('list.value'),
      align: 'right',
      cell: (row) => <Value row={row} t={t} format={format} />,
      value: (row) => pesosCell(row.standing === 'not_counted' ? null : row.valueCop),
    },
    { id: 'grade', header: t('list.grade'), cell: (row) => row.grade ?? '' },
    {
      id: 'evidence',
      header: t('list.evidence'),
      align: 'right',
      cell: (row) => format.number(row.evidenceCount),
      value: (row) => row.evidenceCount,
    },
    {
      id: 'state',
      header: t('list.state'),
      value: (row) => t(`list.${row.reviewState ?? 'pending'}`),
      cell: (row) => (
        <>
          <StateWords row={row} t={t} />
          {row.commentCount > 0 && (
            <Text size="xs" c="dimmed">
              {t('list.comments', { count: row.commentCount })}
            </Text>
          )}
        </>
      ),
    },
  ];
}

/** The mark of each appearance that the secretary may approve with others. */
function markColumn(
  t: Words,
  marked: ReadonlySet<string>,
  onMark: (id: string, isMarked: boolean) => void,
): TableColumn<ReviewedRow> {
  return {
    id: 'mark',
    header: t('list.selectHeader'),
    isControl: true,
    cell: (row) => (
      <Checkbox
        aria-label={t('list.select', { title: row.title })}
        checked={marked.has(row.id)}
        onChange={({ currentTarget }) => onMark(row.id, currentTarget.checked)}
      />
    ),
  };
}

/** Which appearances are marked, and how to approve them. */
function useApproval(rows: readonly ReviewedRow[] | undefined) {
  const { t } = useTranslation('review');
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const approve = useMutation(api.press.approveClippings.mutationOptions());
  const waiting = (rows ?? []).filter((row) => row.reviewState !== 'approved');
  const chosen = waiting.filter((row) => marked.has(row.id));
  const approved = chosen.length > 0 ? chosen : waiting;
  const [isAsking, setAsking] = useState(false);
  async function approveThose(some: readonly ReviewedRow[]): Promise<void> {
    try {
      await approve.mutateAsync({ ats: some.map(({ id, version }) => ({ id, version })) });
      setMarked(new Set());
      setAsking(false);
      showDone(t('list.approvedDone', { count: some.length }));
    } catch (error) {
      showFailure(error);
    }
  }
  return {
    marked,
    isApproving: approve.isPending,
    /** How many are marked, and how many would be approved: all of the page when none is. */
    chosen: chosen.length,
    count: approved.length,
    mark(id: string, isMarked: boolean): void {
      const next = new Set(marked);
      if (isMarked) next.add(id);
      else next.delete(id);
      setMarked(next);
    },
    /** What would be approved, while something of it is asked about first. */
    asked: isAsking ? approved : undefined,
    approveThose,
    stopAsking: () => setAsking(false),
    async approve(): Promise<void> {
      if (approved.some((row) => doubtsOf(row).length > 0)) setAsking(true);
      else await approveThose(approved);
    },
  };
}

/** The appearances behind the figure that is open, or all of the month; the secretary approves them here. */
export function ReviewClippings({ month, isClosed }: { month: string; isClosed: boolean }) {
  const { t } = useTranslation(['review', 'press', 'ui']);
  const format = useFormat();
  const mayApprove = useMayDo('secretary') && !isClosed;
  const [{ search = '', page = 1, figure }, change] = usePressSearch();
  const figureWords = useFigureWords(month, figure);
  const asked = { month, search, ...narrowedTo(figure) };
  const list = usePagedList({
    optionsOf: (part) => api.press.listReviewClippings.queryOptions({ ...asked, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  const approval = useApproval(list.rows);
  const { marked, mark } = approval;
  const columns = useMemo(
    () => [...makeColumns(t, format), ...(mayApprove ? [markColumn(t, marked, mark)] : [])],
    [t, format, mayApprove, marked, mark],
  );
  const title = t('list.title', { month: format.longMonth(month) });
  return (
    <div id={listPlace} style={{ scrollMarginTop: '5rem' }}>
      <Panel
        title={title}
        actions={
          <>
            <SearchField
              value={search}
              label={t('list.search')}
              onChange={(text) => change({ search: text || undefined }, { replace: true })}
            />
            {mayApprove && approval.count > 0 && (
              <Button variant="default" loading={approval.isApproving} onClick={approval.approve}>
                {approval.chosen > 0
                  ? t('list.approveMany', { count: approval.chosen })
                  : t('list.approvePage')}
              </Button>
            )}
          </>
        }
      >
        {approval.asked && (
          <ApprovalDoubts
            rows={approval.asked}
            isApproving={approval.isApproving}
            onApprove={approval.approveThose}
            onClose={approval.stopAsking}
          />
        )}
        <FilterChips
          chips={
            figureWords
              ? [
                  {
                    id: 'figure',
                    label: figureWords,
                    onRemove: () => change({ figure: undefined }),
                  },
                ]
              : []
          }
        />
        <DataTable
          label={title}
          columns={columns}
          rowId={(row) => row.id}
          onOpen={(row) => change({ open: row.id })}
          empty={{ text: t('list.empty') }}
          {...list}
        />
      </Panel>
    </div>
  );
}
