import { Alert, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import { explainValue, explainVat } from './explain-value.ts';

type Valuation = Answers['press']['previewValue']['valuation'];

/** A value with its explanation as a sentence, its VAT and its grade; or why there is none. */
export function ValueExplanation({
  valuation,
  children,
}: {
  valuation: Valuation;
  /** More about it: when it was valued, whether it is kept. */
  children?: ReactNode;
}) {
  const { t } = useTranslation('press');
  const format = useFormat();
  const isValued = valuation.standing === 'valued';
  return (
    <Alert variant="light" color={isValued ? 'accent' : 'gray'} title={t('value')}>
      <Stack gap={4} aria-live="polite" data-value-explanation>
        <Text fz="1.5rem" fw={600}>
          {valuation.valueCop === null ? t('standings.unvalued') : format.money(valuation.valueCop)}
        </Text>
        <Text size="sm">{explainValue(valuation, t, format)}</Text>
        {isValued && (
          <Text size="sm">
            {explainVat(valuation, t, format)} {t(`grades.${valuation.grade}`)}.
          </Text>
        )}
        {children}
      </Stack>
    </Alert>
  );
}
