import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, api } from '../app/api.ts';
import { useMayDo, useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { showDone, showFailure } from '../ui/undo-toast.tsx';
import { ClippingComments } from './clipping-comments.tsx';
import '../words/add-review-words.ts';

type Reviewed = Pick<
  Answers['press']['readClipping'],
  'id' | 'version' | 'reviewState' | 'reviewedAt' | 'reviewedBy'
>;

/** What the secretary made of it, when, or nothing. */
function ReviewState({ reviewState, reviewedAt, reviewedBy }: Reviewed) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const { timeZone } = useToday();
  if (reviewState === null) return null;
  const at = reviewedAt === null ? '' : format.instant(reviewedAt, timeZone);
  return <Text size="sm">{t(`review.${reviewState}`, { by: reviewedBy ?? '', at })}</Text>;
}

/** Approves an appearance as it is seen, or sends it back with what has to be corrected. */
function Verdict({ clipping }: { clipping: Reviewed }) {
  const { t } = useTranslation('review');
  const [reason, setReason] = useState<string>();
  const approve = useMutation(api.press.approveClippings.mutationOptions());
  const sendBack = useMutation(api.press.sendBackClipping.mutationOptions());
  const at = { id: clipping.id, version: clipping.version };
  async function run(action: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await action();
      setReason(undefined);
      showDone(done);
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {clipping.reviewState !== 'approved' && (
          <Button
            loading={approve.isPending}
            onClick={() => run(() => approve.mutateAsync({ ats: [at] }), t('review.approvedDone'))}
          >
            {t('review.approve')}
          </Button>
        )}
        {reason === undefined && (
          <Button variant="default" onClick={() => setReason('')}>
            {t('review.sendBack')}
          </Button>
        )}
      </Group>
      {reason !== undefined && (
        <>
          <Textarea
            label={t('review.reason')}
            required
            autosize
            minRows={2}
            maxLength={2_000}
            autoFocus
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button
              variant="default"
              loading={sendBack.isPending}
              disabled={reason.trim() === ''}
              onClick={() =>
                run(() => sendBack.mutateAsync({ at, reason }), t('review.sentBackDone'))
              }
            >
              {t('review.sendBack')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

/** What the secretary makes of an appearance, and what everybody says of it. */
export function ClippingReview({
  clipping,
  isClosed = false,
}: {
  clipping: Reviewed;
  isClosed?: boolean;
}) {
  const { t } = useTranslation('review');
  const mayReview = useMayDo('secretary') && !isClosed;
  const hasReview = mayReview || clipping.reviewState !== null;
  return (
    <Stack gap="md">
      {hasReview && (
        <Stack gap="xs" component="section" aria-label={t('review.title')}>
          <Text fw={600}>{t('review.title')}</Text>
          <ReviewState {...clipping} />
          {mayReview && <Verdict clipping={clipping} />}
        </Stack>
      )}
      <ClippingComments id={clipping.id} isClosed={isClosed} />
    </Stack>
  );
}
