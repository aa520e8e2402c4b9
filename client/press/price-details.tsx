import { Alert, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writeRate } from '../../shared/numbers/write-number.ts';
import { bestGradeOf } from '../../shared/press/grading.ts';
import type { PriceAsked, PriceDetail } from '../../shared/press/price-detail.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { EvidencePreview } from '../evidence/evidence-preview.tsx';
import { useFormat } from '../format/use-format.ts';
import { Show } from '../ui/states.tsx';
import { PriceApproval } from './price-approval.tsx';
import { PriceHistory } from './price-history.tsx';
import { useSpaceWords, useValidity } from './rate-columns.tsx';
import '../words/add-price-words.ts';

type Fact = [label: string, value: ReactNode];

/** Where a price comes from, and the best grade that this lets its values have. */
function SourceWords({ price }: { price: PriceDetail }) {
  const { t } = useTranslation(['prices', 'press']);
  const isApproved = price.approvedBy !== null;
  const [now, then] = [bestGradeOf({ ...price, isApproved }), bestGradeOf(price)];
  return (
    <>
      {t(`press:sources.${price.sourceType}`)}
      <Text size="sm" c="dimmed">
        {now === then
          ? t('prices:detail.grade', { grade: now })
          : t('prices:detail.gradeOnceApproved', { now, then })}
      </Text>
    </>
  );
}

function usePriceFacts(price: PriceDetail): Fact[] {
  const { t } = useTranslation(['prices', 'press']);
  const format = useFormat();
  const validity = useValidity();
  const space = useSpaceWords();
  const { vatRate, grossPriceCop, netPriceCop } = price;
  const vat = t(price.vatIncluded ? 'prices:detail.vatIncluded' : 'prices:detail.vatOnTop', {
    rate: writeRate(vatRate, format.locale),
  });
  return [
    [t('press:rates.outlet'), price.outletName ?? t('prices:detail.anyOutlet')],
    [
      t('press:rates.space'),
      price.of === 'rate' ? space(price) : t(`press:formats.${price.format}`),
    ],
    [t('prices:detail.gross'), format.money(grossPriceCop)],
    [t('press:rates.net'), format.money(netPriceCop)],
    [
      t('press:rates.vat'),
      price.of === 'rate' ? vat : `${vat}. ${t('prices:detail.vatOfOutlets')}`,
    ],
    [t('press:rates.validity'), validity(price)],
    [t('press:rates.source'), <SourceWords key="source" price={price} />],
    [t('press:rates.reference_doc'), price.sourceReference || null],
  ];
}

/** Who approved it and when, or the way to approve it, which of a removed one there is none. */
function Approval({ price }: { price: PriceDetail }) {
  const { t } = useTranslation('prices');
  const format = useFormat();
  const { timeZone } = useToday();
  const { approvedBy: name, approvedAt, isRemoved } = price;
  if (name !== null && approvedAt !== null) {
    return t('approval.byOn', { name, at: format.instant(approvedAt, timeZone) });
  }
  if (isRemoved) return t('approval.pending');
  return <PriceApproval price={price} of={price.of} />;
}

function useHandFacts(price: PriceDetail): Fact[] {
  const { t } = useTranslation('prices');
  const format = useFormat();
  const { timeZone } = useToday();
  function said(name: string | null, at: string | null): string | null {
    if (name === null || at === null) return name;
    return t('detail.byOn', { name, at: format.instant(at, timeZone) });
  }
  return [
    [t('detail.entered'), said(price.enteredBy, price.enteredAt) ?? t('detail.unknown')],
    [t('detail.changed'), said(price.changedBy, price.changedAt) ?? t('detail.nobody')],
    [t('approval.column'), <Approval key="approval" price={price} />],
  ];
}

function Shown({ price }: { price: PriceDetail }) {
  const { t } = useTranslation('prices');
  const facts = [...usePriceFacts(price), ...useHandFacts(price)];
  return (
    <Stack gap="md">
      {price.isRemoved && (
        <Alert variant="light" color="gray">
          {t('detail.removed')}
        </Alert>
      )}
      <Table variant="vertical">
        <Table.Tbody>
          {facts
            .filter(([, value]) => value !== null)
            .map(([label, value]) => (
              <Table.Tr key={label}>
                <Table.Th scope="row" w="40%">
                  {label}
                </Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
      <EvidencePreview
        files={price.evidence}
        title={t('detail.documents')}
        none={t('detail.noDocuments')}
      />
      <PriceHistory history={price.history} />
    </Stack>
  );
}

/**
 * A price for who reads it: what it charges, its document, who stands behind it and what was done to
 * it; whoever may approve it does so here.
 */
export default function PriceDetails({ of, id }: PriceAsked) {
  const query = useQuery(api.press.readPrice.queryOptions({ of, id }));
  return (
    <Show query={query} height={420}>
      {(price) => <Shown price={price} />}
    </Show>
  );
}
