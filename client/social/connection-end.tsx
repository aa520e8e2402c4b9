import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayInZone } from '../../shared/calendar/day.ts';
import { daysUntil, expiryWarning, renewsItself } from '../../shared/social/connection-expiry.ts';
import { needsNoCredential } from '../../shared/social/credentials.ts';
import type { ConnectionRow } from '../../shared/social/rows.ts';
import { useSelf, useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { Hint } from '../ui/hint.tsx';

/** When the access of a connection ends, and how near that is. */
export function ConnectionEnd({ connection }: { connection: ConnectionRow }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const now = new Date(useSelf().now);
  const { timeZone } = useToday();
  const { network, expiresAt, storedFields } = connection;
  if (needsNoCredential(network)) {
    return (
      <Text size="sm" c="dimmed">
        {t('public')}
      </Text>
    );
  }
  // A key that the network refuses has no days left, whatever it was given with.
  if (connection.status === 'needs_token') {
    return (
      <Text size="sm" c="var(--mantine-color-error)">
        {t('dead')}
      </Text>
    );
  }
  const isRenewed = renewsItself(network, storedFields);
  if (expiresAt === null) {
    return (
      <Hint tip={isRenewed ? t('renewedWhy') : t('expiresUnknownWhy')}>
        {isRenewed ? t('renewed') : t('expiresUnknown')}
      </Hint>
    );
  }
  const stage = expiryWarning(connection, now);
  const left = stage === 'ended' ? t('ended') : t('inDays', { count: daysUntil(expiresAt, now) });
  return (
    <Box>
      <Text size="sm">{format.day(dayInZone(new Date(expiresAt), timeZone))}</Text>
      <Text size="xs" c={stage === null ? 'dimmed' : 'var(--mantine-color-error)'}>
        {isRenewed && stage === null ? t('renewed') : left}
      </Text>
    </Box>
  );
}
