import { useQuery } from '@tanstack/react-query';
import { addDays } from '../../shared/calendar/day.ts';
import { addMonths } from '../../shared/calendar/month.ts';
import { type ExpiryStage, expiryWarning } from '../../shared/social/connection-expiry.ts';
import type { PageRow } from '../../shared/social/rows.ts';
import { type Answers, api } from '../app/api.ts';
import { useMayDo, useSelf, useToday } from '../app/self.tsx';
import type { Period } from '../app/use-period.ts';
import { useMonthState } from '../press/use-month-state.ts';
import type { Summary } from './use-summary.ts';

type Connection = Answers['social']['listConnections'][number];

/** What a person should see to, counted; nothing is undefined once everything has been asked. */
export interface Attention {
  unvalued: number;
  /** The month that ended last, while it has anything on record and nobody closed it. */
  monthToClose: string | null;
  /** Appearances of the period that the secretary sent back and nobody corrected. */
  sentBack: number;
  failedPages: number;
  /** Pages that pulls read and that have no reading of today. */
  unreadToday: number;
  deadConnections: Connection[];
  /** Connections whose token ends soon, or has ended, and nobody renews it. */
  endingConnections: { connection: Connection; stage: ExpiryStage }[];
  /** The newest year that a report was published for, and where it contradicts the records. */
  report: { year: number; discrepancies: Answers['reports']['listDiscrepancies'] } | null;
}

function isTroubled({ isPulled, lastPull }: PageRow): boolean {
  return isPulled && lastPull !== null && lastPull.outcome !== 'ok';
}

/** Where the newest published report contradicts the records. */
function useNewestReport() {
  const figures = useQuery(api.reports.listFigures.queryOptions({ pageSize: 1 }));
  const year = figures.data?.rows[0]?.year;
  const found = useQuery(
    api.reports.listDiscrepancies.queryOptions(
      { year: year ?? 0 },
      { enabled: year !== undefined },
    ),
  );
  return year !== undefined && found.data ? { year, discrepancies: found.data } : null;
}

/** The connections that a person must give another token, now or soon. */
function useConnections(): Pick<Attention, 'deadConnections' | 'endingConnections'> {
  const now = new Date(useSelf().now);
  const runsPages = useMayDo('admin', 'coordinator');
  const { data = [] } = useQuery(
    api.social.listConnections.queryOptions(undefined, { enabled: runsPages }),
  );
  const isDead = ({ status }: Connection) => status === 'needs_token';
  return {
    deadConnections: data.filter(isDead),
    endingConnections: data
      .filter((connection) => !isDead(connection))
      .flatMap((connection) => {
        const stage = expiryWarning(connection, now);
        return stage === null ? [] : [{ connection, stage }];
      }),
  };
}

/** The month that ended last, while it waits to be closed. */
function useMonthToClose(): string | null {
  const concerned = useMayDo('admin', 'coordinator', 'press', 'secretary');
  const ended = addMonths(useToday().month, -1);
  const { month } = useMonthState(concerned ? ended : undefined);
  return month && month.count > 0 && month.state !== 'closed' ? ended : null;
}

/** How many appearances of some days wait to be corrected, for who corrects them. */
function useSentBack({ from, to }: Period): number {
  const corrects = useMayDo('admin', 'coordinator', 'press');
  const days = { from: `${from}-01`, to: addDays(`${addMonths(to, 1)}-01`, -1) };
  const { data } = useQuery(
    api.press.listClippings.queryOptions(
      { ...days, review: 'sent_back', pageSize: 1 },
      { enabled: corrects },
    ),
  );
  return data?.total ?? 0;
}

/** Counts what requires attention over the period and today. */
export function useAttention({
  value,
  pages,
  period,
}: Pick<Summary, 'value' | 'pages' | 'period'>): Attention {
  const { day } = useToday();
  const connections = useConnections();
  const monthToClose = useMonthToClose();
  const sentBack = useSentBack(period);
  const rows = pages.data ?? [];
  return {
    unvalued: (value.data?.rows ?? []).reduce((sum, row) => sum + row.unvalued, 0),
    monthToClose,
    sentBack,
    failedPages: rows.filter(isTroubled).length,
    unreadToday: rows.filter((page) => page.isPulled && page.followers?.day !== day).length,
    ...connections,
    report: useNewestReport(),
  };
}
