import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import { explainGrade, explainValue, explainVat, isByUnapproved } from './explain-value.ts';
import { PriceDisclosure } from './price-disclosure.tsx';

type Valuation = Answers['press']['previewValue']['valuation'];

/** Who answers for the price of a value, where nobody did when it was made, and its document. */
function PriceStanding({ valuation }: { valuation: Valuation }) {
  const { t } = useTranslation('press');
  const { price } = valuation;
  const files = price?.evidence ?? [];
  return (
    <>
      {isByUnapproved(valuation) && (
        <Text size="sm" fw={600}>
          {t('price.unapproved')}
          {price?.approvedBy && ` ${t('price.approvedSince', { name: price.approvedBy })}`}
        </Text>
      )}
      {files.length > 0 && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('price.document')}{' '}
          {files.map((file, at) => (
            <Fragment key={file.id}>
              {at > 0 && ', '}
              <Anchor inherit href={`/evidence/${file.id}`} target="_blank" rel="noreferrer">
                {file.name}
              </Anchor>
            </Fragment>
          ))}
        </Text>
      )}
    </>
  );
}

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
            {explainVat(valuation, t, format)} {explainGrade(valuation, t)}
          </Text>
        )}
        <PriceStanding valuation={valuation} />
        {children}
      </Stack>
      {valuation.price && <PriceDisclosure of={valuation.price.of} id={valuation.price.id} />}
    </Alert>
  );
}
