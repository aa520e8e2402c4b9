import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../app/anchor-link.tsx';
import { api } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';

const shown = 5;

/** The appearances in the media that an item caused; nothing where there are none. */
export function CausedCoverage({ itemId }: { itemId: string }) {
  const { t } = useTranslation('output');
  const format = useFormat();
  const { data } = useQuery(
    api.press.listCaused.queryOptions({ eventId: itemId, pageSize: shown }),
  );
  if (!data || data.total === 0) return null;
  const { total: count } = data;
  return (
    <Stack gap={4} component="section" aria-label={t('caused.title')}>
      <Text fw={500} size="sm">
        {t('caused.title')}
      </Text>
      <Text size="sm">
        {data.valueCop === null
          ? t('caused.unvalued', { count })
          : t('caused.valued', { count, value: format.money(data.valueCop) })}
        {data.valueCop !== null &&
          data.unvalued > 0 &&
          ` ${t('caused.partial', { count: data.unvalued })}`}
      </Text>
      <List size="sm">
        {data.rows.map((row) => (
          <List.Item key={row.id}>
            <AnchorLink to="/free-press" search={{ open: row.id }} inherit>
              {row.title}
            </AnchorLink>
            {` · ${row.outletName} · ${format.day(row.day)}`}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
