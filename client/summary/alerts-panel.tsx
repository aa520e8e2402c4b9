import { Group, Stack, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../shared/social/alerts.ts';
import { networkNames } from '../../shared/social/networks.ts';
import { AnchorLink } from '../app/anchor-link.tsx';
import { api } from '../app/api.ts';
import { AlertPlace } from '../social/alert-place.tsx';
import { useAlertWords } from '../social/use-alert-words.ts';
import { Panel } from '../ui/panel.tsx';

const shown = 5;

function AlertLine({ alert }: { alert: AlertRow }) {
  const words = useAlertWords();
  return (
    <Group component="li" gap="sm" wrap="nowrap" align="flex-start">
      <IconBell size={18} stroke={1.6} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm" style={{ flex: 1 }}>
        <AlertPlace alert={alert} />
        {alert.title !== '' && ` (${networkNames[alert.network]})`}. {words.what(alert.facts)}
      </Text>
    </Group>
  );
}

/** The newest alerts of the networks that go on, with the way to each; nothing while there are none. */
export function AlertsPanel() {
  const { t } = useTranslation('alerts');
  const { data } = useQuery(api.social.listAlerts.queryOptions({ pageSize: shown }));
  if (!data || data.total === 0) return null;
  const more = data.total - data.rows.length;
  const all = (
    <AnchorLink to="/redes" search={{ view: 'alerts' }} size="sm">
      {more > 0 ? t('summary.more', { count: more }) : t('summary.all')}
    </AnchorLink>
  );
  return (
    <Panel title={t('summary.title')}>
      <Stack gap="sm">
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
          {data.rows.map((alert) => (
            <AlertLine key={alert.id} alert={alert} />
          ))}
        </Stack>
        {all}
      </Stack>
    </Panel>
  );
}
