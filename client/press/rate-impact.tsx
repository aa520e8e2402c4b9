import { Alert, List, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RateImpact as Impact } from '../../shared/press/revaluation.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import { useValidity } from './rate-columns.tsx';
import { fieldsToSend, hasQuantity, type Rate, type RateValues } from './rate-values.ts';

const shown = 5;

function isComplete(values: RateValues): boolean {
  const { outletId, priceCop, validFrom, validTo, unit } = values;
  if (!outletId || priceCop === null || priceCop < 1 || validFrom === '') return false;
  if (validTo !== '' && validTo < validFrom) return false;
  return !hasQuantity(unit) || /[1-9]/.test(values.unitQuantity ?? '');
}

function Touched({ impact }: { impact: Impact }) {
  const { t } = useTranslation('prices');
  const format = useFormat();
  const { total, rows, valueBefore, valueAfter, closedMonths } = impact;
  const [before, after] = [format.money(valueBefore), format.money(valueAfter)];
  const months = closedMonths.map((month) => format.longMonth(month)).join(', ');
  return (
    <Stack gap={4}>
      <Text size="sm">
        {t('impact.touched', { count: total })} {t('impact.sums', { before, after })}
      </Text>
      {total > shown && <Text size="sm">{t('impact.first', { count: shown })}</Text>}
      <List size="sm">
        {rows.map((row) => (
          <List.Item key={row.id}>{`${format.day(row.day)} · ${row.title}`}</List.Item>
        ))}
      </List>
      {closedMonths.length > 0 && <Text size="sm">{t('impact.closed', { months })}</Text>}
      <Text size="sm">{t('impact.kept')}</Text>
    </Stack>
  );
}

/** Which appearances a rate would value otherwise, while it is being typed. */
export function RateImpact({ rate, values }: { rate?: Rate; values: RateValues }) {
  const { t } = useTranslation('prices');
  const validity = useValidity();
  const [settled] = useDebouncedValue(values, 400);
  const isReady = isComplete(settled);
  const typed = fieldsToSend(settled);
  // Which document says so decides nothing of what is shown here.
  const fields = { ...typed, sourceReference: typed.sourceReference || '-' };
  const { data } = useQuery(
    api.press.previewRateImpact.queryOptions(
      { rateId: rate?.id, fields, page: 1, pageSize: shown },
      { enabled: isReady, placeholderData: keepPreviousData, retry: false },
    ),
  );
  return (
    <Alert variant="light" color="accent" title={t('impact.title')} role="status">
      {!(isReady && data) && <Text size="sm">{t('impact.waiting')}</Text>}
      {isReady && data?.overlaps && (
        <Text size="sm">{t('impact.overlaps', { period: validity(data.overlaps) })}</Text>
      )}
      {isReady && data && !data.overlaps && data.total === 0 && (
        <Text size="sm">{t('impact.none')}</Text>
      )}
      {isReady && data && data.total > 0 && <Touched impact={data} />}
    </Alert>
  );
}
