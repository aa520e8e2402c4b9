import { Alert, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { failureMessage, failureOf } from '../format/failure-message.ts';
import { type ClippingValues, previewToAsk } from './clipping-values.ts';
import { ValueExplanation } from './value-explanation.tsx';

/** What saving would store as the value, with why, while the person types. */
export function LiveValue({
  values,
  clippingId,
}: {
  values: ClippingValues;
  clippingId: string | undefined;
}) {
  const { t } = useTranslation('press');
  const [settled] = useDebouncedValue(values, 200);
  const asked = previewToAsk(settled, clippingId);
  const { data, error } = useQuery(
    api.press.previewValue.queryOptions(asked ?? skipToken, {
      placeholderData: asked ? keepPreviousData : undefined,
      retry: false,
    }),
  );
  const failure = error ? failureOf(error) : undefined;
  if (asked && failure && failure.code !== 'invalid_input') {
    return <Alert color="gray">{failureMessage(failure)}</Alert>;
  }
  if (!asked || !data || failure) {
    return (
      <Alert variant="light" color="gray" title={t('value')}>
        <Text size="sm">{t('clipping.waiting')}</Text>
      </Alert>
    );
  }
  return (
    <ValueExplanation valuation={data.valuation}>
      {data.isKept && data.valuation.standing === 'valued' && (
        <Text size="sm">{t('clipping.kept')}</Text>
      )}
    </ValueExplanation>
  );
}
