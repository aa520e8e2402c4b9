import { lazy, Suspense } from 'react';
import { useQuestion } from './asked-choices.ts';
import { CountBothDialog } from './count-both-dialog.tsx';

const OutletReachDialog = lazy(() => import('../press/outlet-reach-dialog.tsx'));

/** Asks, over any form, what a write that was refused is to do. */
export function QuestionDialog() {
  const question = useQuestion();
  if (!question) return null;
  const { failure, answer } = question;
  if (failure.code === 'total_and_records') {
    return <CountBothDialog failure={failure} answer={answer} />;
  }
  return (
    <Suspense>
      <OutletReachDialog reach={failure} answer={answer} />
    </Suspense>
  );
}
