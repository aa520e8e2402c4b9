import { Badge, Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonths } from '../../shared/calendar/month.ts';
import { type Answers, api } from '../app/api.ts';
import { useMayDo, useToday } from '../app/self.tsx';
import { Show } from '../ui/states.tsx';
import { goToList } from './list-place.ts';
import { ClosedFiles, MonthBanner } from './month-banner.tsx';
import { CloseDialog, ReopenDialog } from './month-closing.tsx';
import { MonthPicker } from './month-picker.tsx';
import { MonthRevisions } from './month-revisions.tsx';
import { ReviewClippings } from './review-clippings.tsx';
import { ReviewMatters } from './review-matters.tsx';
import { ReviewShares } from './review-shares.tsx';
import { ReviewTotals } from './review-totals.tsx';
import { usePressSearch } from './use-press-search.ts';
import { YearOfMonths } from './year-of-months.tsx';
import '../words/add-review-words.ts';

type Review = Answers['press']['readMonthReview'];

/** Whether the month is closed, and what the secretary may do about it. */
function MonthState({ review }: { review: Review }) {
  const { t } = useTranslation('review');
  const mayClose = useMayDo('secretary');
  const [isAsking, setAsking] = useState(false);
  const { state } = review.state;
  const Dialog = state === 'closed' ? ReopenDialog : CloseDialog;
  return (
    <Group gap="sm">
      <Badge variant={state === 'closed' ? 'filled' : 'default'} size="lg" tt="none">
        {t(`state.${state}`)}
      </Badge>
      {mayClose && (
        <Button variant={state === 'closed' ? 'default' : 'filled'} onClick={() => setAsking(true)}>
          {t(state === 'closed' ? 'reopen.action' : 'close.action')}
        </Button>
      )}
      {isAsking && <Dialog review={review} onClose={() => setAsking(false)} />}
    </Group>
  );
}

/** The review of a month: its figures, what to look at, its appearances, and its closings. */
export default function MonthReviewView() {
  const today = useToday();
  const [{ month = addMonths(today.month, -1) }, change] = usePressSearch();
  const query = useQuery(api.press.readMonthReview.queryOptions({ month }));
  const review = query.data;
  const isClosed = review?.state.state === 'closed';
  const goTo = (next: string) => change({ month: next, figure: undefined, search: undefined });
  function see(figure: string): void {
    change({ figure: figure || undefined, search: undefined });
    goToList();
  }
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm">
        <MonthPicker month={month} onChange={goTo} />
        {review && <MonthState key={review.state.state} review={review} />}
      </Group>
      <YearOfMonths month={month} onChange={goTo} />
      {review && (
        <MonthBanner month={month} state={review.state}>
          {review.state.state === 'closed' && (
            <ClosedFiles month={month} revision={review.state.revision} />
          )}
        </MonthBanner>
      )}
      <Show query={query} height={360}>
        {(data) => (
          <>
            <ReviewTotals review={data} onSee={see} />
            <ReviewMatters
              key={month}
              summary={data.summary}
              isClosed={data.state.state === 'closed'}
              onSee={see}
            />
            <ReviewShares summary={data.summary} onSee={see} />
            <MonthRevisions month={month} />
          </>
        )}
      </Show>
      {review && <ReviewClippings key={month} month={month} isClosed={isClosed} />}
    </Stack>
  );
}
