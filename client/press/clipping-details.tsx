import { Anchor, Drawer, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useToday } from '../app/self.tsx';
import { EvidencePreview } from '../evidence/evidence-preview.tsx';
import { useFormat } from '../format/use-format.ts';
import { ClippingReview } from './clipping-review.tsx';
import type { Clipping } from './clipping-values.ts';
import { MonthBanner } from './month-banner.tsx';
import type { MonthStateRow } from './use-month-state.ts';
import { ValueExplanation } from './value-explanation.tsx';

function useFacts(clipping: Clipping): [label: string, value: string | null][] {
  const { t } = useTranslation(['press', 'review']);
  const format = useFormat();
  const { origin, underContract } = clipping;
  return [
    [t('clipping.outlet'), clipping.outletName],
    [t('list.channel'), t(`channels.${clipping.channel}`)],
    [t('clipping.day'), format.day(clipping.day)],
    [t('clipping.format'), t(`formats.${clipping.format}`)],
    [t('clipping.section'), clipping.section],
    [t('clipping.tone'), t(`tones.${clipping.tone ?? 'unclassified'}`)],
    [t('review:facts.page'), clipping.pageLabel],
    [t('review:facts.topic'), clipping.topic],
    [t('review:facts.spokesperson'), clipping.spokesperson],
    [t('review:facts.origin'), origin && t(`review:facts.${origin}`)],
    [t('review:facts.event'), clipping.eventTitle],
    [t('review:facts.contract'), underContract ? t('review:facts.underContract') : null],
    [t('clipping.author'), clipping.author],
    [t('clipping.notes'), clipping.notes],
  ];
}

interface ClippingDetailsProps {
  clipping: Clipping;
  /** Its month, where that has a state. */
  month: MonthStateRow | undefined;
  onClose(): void;
}

/** An appearance for who reads: its facts, its value and how it came to be, and what was said of it. */
export function ClippingDetails({ clipping, month, onClose }: ClippingDetailsProps) {
  const { t } = useTranslation(['press', 'ui']);
  const format = useFormat();
  const { timeZone } = useToday();
  const { result, steps, because, price, at } = clipping.valuation;
  const facts = useFacts(clipping).filter(([, value]) => value);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={clipping.title}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        {month && <MonthBanner month={month.month} state={month} />}
        <ValueExplanation valuation={{ ...result, steps, because, price }}>
          <Text size="sm" c="dimmed">
            {t('clipping.valued', { at: format.instant(at, timeZone) })}
          </Text>
        </ValueExplanation>
        <Table variant="vertical">
          <Table.Tbody>
            {facts.map(([label, value]) => (
              <Table.Tr key={label}>
                <Table.Th scope="row" w="40%">
                  {label}
                </Table.Th>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {clipping.url && (
          <Anchor href={clipping.url} target="_blank" rel="noreferrer">
            {t('clipping.open')}
          </Anchor>
        )}
        <EvidencePreview files={clipping.evidence} />
        {!clipping.isRemoved && (
          <ClippingReview clipping={clipping} isClosed={month?.state === 'closed'} />
        )}
      </Stack>
    </Drawer>
  );
}
