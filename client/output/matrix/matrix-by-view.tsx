import { Stack } from '@mantine/core';
import { useCallback } from 'react';
import type { MonthPeriod } from '../../../shared/calendar/month.ts';
import { readKind } from '../cell-key.ts';
import { useOutputSearch } from '../use-output-search.ts';
import { MatrixByChart } from './matrix-by-chart.tsx';
import { MatrixByPanel } from './matrix-by-panel.tsx';
import { partText, toldText } from './part.ts';
import { PlacesWithoutMeeting } from './places-without-meeting.tsx';
import { useMatrixChoice, useShownMatrix } from './use-shown-matrix.ts';

/** Output by month, quarter or year, and by kind, department, place or who made it, beside the year before. */
export default function MatrixByView({ period }: { period: MonthPeriod }) {
  const [, change] = useOutputSearch();
  const choice = useMatrixChoice();
  const query = useShownMatrix(period, choice);
  const { rows, kind } = choice;
  const open = useCallback(
    (part: { row: string; period: string }) =>
      rows === 'kind'
        ? change({ cell: partText(part.period, readKind(part.row)), of: undefined })
        : change({
            cell: partText(part.period, kind),
            of: toldText({ dimension: rows, value: part.row || null }),
          }),
    [change, rows, kind],
  );
  return (
    <Stack gap="md">
      <MatrixByPanel query={query} period={period} choice={choice} onOpen={open} />
      <MatrixByChart query={query} period={period} choice={choice} onOpen={open} />
      {rows === 'place' && <PlacesWithoutMeeting year={Number(period.to.slice(0, 4))} />}
    </Stack>
  );
}
