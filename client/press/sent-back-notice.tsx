import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Answers, api } from '../app/api.ts';
import '../words/add-review-words.ts';

type Reviewed = Pick<Answers['press']['readClipping'], 'id' | 'reviewState' | 'reviewedBy'>;

/** Says over the form what the secretary asked to be corrected; nothing of what was not sent back. */
export function SentBackNotice({ clipping }: { clipping: Reviewed }) {
  const { t } = useTranslation('review');
  const { id, reviewState, reviewedBy } = clipping;
  const isSentBack = reviewState === 'sent_back';
  const { data } = useQuery(
    api.press.listClippingComments.queryOptions({ id }, { enabled: isSentBack }),
  );
  if (!isSentBack) return null;
  const reason = data?.find(({ kind }) => kind === 'sent_back')?.text;
  return (
    <Alert color="gray" variant="light" title={t('review.toCorrect', { by: reviewedBy ?? '' })}>
      {reason}
    </Alert>
  );
}
