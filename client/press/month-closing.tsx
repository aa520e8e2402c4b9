import { Alert, Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { obstacleToClosing } from '../../shared/press/review.ts';
import { reviewMatters } from '../../shared/press/review-rows.ts';
import { type Answers, api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { type ClientFailure, failureMessage, failureOf } from '../format/failure-message.ts';
import { useFormat } from '../format/use-format.ts';
import { showDone } from '../ui/undo-toast.tsx';

type Review = Answers['press']['readMonthReview'];

interface DialogProps {
  review: Review;
  onClose(): void;
}

function useAttempt(onDone: () => void) {
  const [failure, setFailure] = useState<ClientFailure>();
  return {
    failure,
    async attempt(action: () => Promise<unknown>): Promise<void> {
      setFailure(undefined);
      try {
        await action();
        onDone();
      } catch (error) {
        setFailure(failureOf(error));
      }
    },
  };
}

function Refusal({ failure }: { failure: ClientFailure | undefined }) {
  if (!failure) return null;
  return (
    <Alert color="red" variant="light" role="alert">
      {failureMessage(failure)}
    </Alert>
  );
}

/** What stays as it is when the month is closed: said before, not after. */
function Pending({ review }: { review: Review }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const { matters, thresholdCop } = review.summary;
  const found = reviewMatters.filter(
    (matter) => !['sent_back', 'not_approved'].includes(matter) && matters[matter] > 0,
  );
  if (found.length === 0) return null;
  const value = format.money(thresholdCop ?? 0);
  return (
    <div>
      <Text size="sm">{t('close.pending')}</Text>
      <List size="sm">
        {found.map((matter) => (
          <List.Item key={matter}>
            {t(`matters.${matter}`, { count: matters[matter], value })}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

/** Asks before the month is approved, with its figures and what is left as it is. */
export function CloseDialog({ review, onClose }: DialogProps) {
  const { t } = useTranslation(['review', 'ui']);
  const format = useFormat();
  const today = useToday();
  const { month, stamp, summary } = review;
  const name = format.longMonth(month);
  const close = useMutation(api.press.closeMonth.mutationOptions());
  const { failure, attempt } = useAttempt(() => {
    showDone(t('close.done', { month: name }));
    onClose();
  });
  const { headline, allTones } = summary.totals;
  const write = (value: number | null) =>
    value === null ? t('figures.unknown') : format.money(value);
  const obstacle = obstacleToClosing(summary);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('close.title', { month: name })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('close.text')}</Text>
        <List size="sm">
          <List.Item>{`${t('figures.headline')}: ${write(headline.valueCop)}`}</List.Item>
          <List.Item>{`${t('figures.allTones')}: ${write(allTones.valueCop)}`}</List.Item>
        </List>
        {month >= today.month && <Text size="sm">{t('close.running')}</Text>}
        <Pending review={review} />
        {obstacle && (
          <Alert color="red" variant="light">
            {t('close.blocked', { count: obstacle.sentBack })}
          </Alert>
        )}
        <Refusal failure={failure} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button
            disabled={obstacle !== undefined || stamp === null}
            loading={close.isPending}
            onClick={() => attempt(() => close.mutateAsync({ month, stamp: stamp ?? '' }))}
          >
            {t('close.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Asks for the reason for which a closed month is opened again. */
export function ReopenDialog({ review, onClose }: DialogProps) {
  const { t } = useTranslation(['review', 'ui']);
  const format = useFormat();
  const { month, state } = review;
  const name = format.longMonth(month);
  const [reason, setReason] = useState('');
  const reopen = useMutation(api.press.reopenMonth.mutationOptions());
  const { failure, attempt } = useAttempt(() => {
    showDone(t('reopen.done', { month: name }));
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('reopen.title', { month: name })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          attempt(() => reopen.mutateAsync({ month, reason }));
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            {t('reopen.text', { revision: state.state === 'closed' ? state.revision : '' })}
          </Text>
          <Textarea
            label={t('reopen.reason')}
            required
            autosize
            minRows={2}
            maxLength={2_000}
            value={reason}
            data-autofocus
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Refusal failure={failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={reopen.isPending} disabled={reason.trim() === ''}>
              {t('reopen.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
