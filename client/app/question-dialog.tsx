import { Button, Group, Modal, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { failureMessage } from '../format/failure-message.ts';
import { type Asked, type Question, useQuestion } from './asked-choices.ts';

const OutletReachDialog = lazy(() => import('../press/outlet-reach-dialog.tsx'));

type Of<Code extends Asked['code']> = Question<Extract<Asked, { code: Code }>>;

/** Asks before a month counts its records and its total together. */
function CountBothDialog({ failure, answer }: Of<'total_and_records'>) {
  const { t } = useTranslation('ui');
  return (
    <Modal
      opened
      onClose={() => answer()}
      title={t('countBoth.title')}
      centered
      zIndex={400}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text mb="md">{failureMessage(failure)}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => answer({ countsBoth: true })}>
          {t('countBoth.agree')}
        </Button>
        <Button onClick={() => answer()} data-autofocus>
          {t('countBoth.refuse')}
        </Button>
      </Group>
    </Modal>
  );
}

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
