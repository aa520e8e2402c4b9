import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type PriceEvent, pricedFields } from '../../shared/press/price-detail.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { writePricedField } from './price-words.ts';

/** What a change made of each part of a price that it touched. */
function useChanges({ before, after }: PriceEvent): string[] {
  const { t } = useTranslation(['prices', 'press']);
  const format = useFormat();
  return pricedFields
    .filter((field) => field in after)
    .map((field) => {
      const name = t(`prices:detail.fields.${field}`);
      const [was, is] = [before, after].map((side) =>
        writePricedField(field, side[field], t, format),
      );
      // Files that there were none of before were not changed.
      const isNew = field === 'files' && !before.files;
      const facts = { field: name, before: was, after: is };
      return t(isNew ? 'prices:detail.added' : 'prices:detail.change', facts);
    });
}

function Event({ event }: { event: PriceEvent }) {
  const { t } = useTranslation('prices');
  const format = useFormat();
  const { timeZone } = useToday();
  const changes = useChanges(event);
  const at = format.instant(event.at, timeZone);
  const said = t(`detail.events.${event.action}`, { name: event.by, at });
  return (
    <List.Item>
      {said}
      {event.isOnlyApprover && ` ${t('detail.onlyApprover')}`}
      {changes.map((change) => (
        <Text key={change} size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {change}
        </Text>
      ))}
    </List.Item>
  );
}

/** Everything that was done to a price and by whom, the newest first. */
export function PriceHistory({ history }: { history: readonly PriceEvent[] }) {
  const { t } = useTranslation('prices');
  return (
    <Stack gap="xs" component="section" aria-label={t('detail.history')}>
      <Text fw={600}>{t('detail.history')}</Text>
      {history.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('detail.noHistory')}
        </Text>
      )}
      <List size="sm" spacing={4}>
        {history.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two things may be done in one instant
          <Event key={`${event.at}-${index}`} event={event} />
        ))}
      </List>
    </Stack>
  );
}
