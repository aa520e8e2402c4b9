import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DepartmentShare } from '../../shared/social/figure-rows.ts';
import type { PagesTotal } from '../../shared/social/period-figures.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Hint } from '../ui/hint.tsx';
import { Panel } from '../ui/panel.tsx';
import { ShareBar } from '../ui/share-bar.tsx';
import type { Asked } from '../ui/states.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { PeriodSumCell } from './period-sum.tsx';

interface DepartmentSharesProps {
  query: Asked<unknown>;
  shares: DepartmentShare[] | undefined;
  /** What all the pages have together. */
  together: PagesTotal | undefined;
}

function useColumns(together: PagesTotal | undefined): TableColumn<DepartmentShare>[] {
  const { t } = useTranslation('pages');
  const format = useFormat();
  return useMemo(() => {
    const total = together?.value ?? null;
    const shareOf = ({ followers }: DepartmentShare) =>
      followers === null || !total ? null : followers / total;
    const written = (followers: number | null) =>
      followers === null ? <Absent why={t('share.unknownWhy')} /> : format.number(followers);
    return [
      {
        id: 'department',
        header: t('share.department'),
        wrap: true,
        cell: (row) => row.department ?? t('share.none'),
        sortBy: (row) => row.department ?? t('share.none'),
      },
      {
        id: 'pages',
        header: t('share.pages'),
        align: 'right',
        cell: (row) => (
          <>
            {format.number(row.pages)}
            {row.pagesUnknown > 0 && (
              <>
                {' '}
                <Hint isDimmed tip={t('share.unknownWhy')}>
                  {`(${t('share.unknown')}: ${format.number(row.pagesUnknown)})`}
                </Hint>
              </>
            )}
          </>
        ),
        value: (row) => row.pages,
        extras: [{ header: t('share.unknown'), value: (row) => row.pagesUnknown }],
        sortBy: (row) => row.pages,
      },
      {
        id: 'followers',
        header: t('share.followers'),
        align: 'right',
        cell: (row) => written(row.followers),
        value: (row) => row.followers,
        sortBy: (row) => row.followers,
        footer: together && { value: together.value, shown: <PeriodSumCell sum={together} /> },
      },
      {
        id: 'share',
        header: t('share.share'),
        align: 'right',
        cell: (row) => {
          const share = shareOf(row);
          return share === null ? (
            <Absent />
          ) : (
            <ShareBar share={share} words={format.share(share)} />
          );
        },
        value: (row) => {
          const share = shareOf(row);
          return share === null ? null : { share };
        },
      },
    ];
  }, [t, format, together]);
}

/** What the pages of each department have of all the followers. */
export function DepartmentShares({ query, shares, together }: DepartmentSharesProps) {
  const { t } = useTranslation('pages');
  const columns = useColumns(together);
  return (
    <Panel title={t('share.title')} note={t('share.note')}>
      <DataTable
        label={t('share.title')}
        columns={columns}
        query={query}
        rows={shares}
        rowId={(row) => row.departmentId ?? 'none'}
        empty={{ text: t('share.empty') }}
        skeletonRows={4}
        maxHeight={420}
      />
    </Panel>
  );
}
