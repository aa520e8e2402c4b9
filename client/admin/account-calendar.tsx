import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { showDone, showFailure } from '../ui/undo-toast.tsx';
import type { Account } from './account-form.tsx';

/** Since when somebody has a secret address of the calendar, which can be revoked; nothing without one. */
export function AccountCalendar({ account: { id, name } }: { account: Account }) {
  const { t } = useTranslation('admin');
  const { timeZone } = useToday();
  const format = useFormat();
  const { data } = useQuery(api.output.listCalendarAddresses.queryOptions());
  const revoke = useMutation(api.output.revokeCalendarAddressOf.mutationOptions());
  const address = data?.find(({ personId }) => personId === id);
  if (!address) return null;
  async function takeBack(): Promise<void> {
    try {
      await revoke.mutateAsync({ personId: id });
      showDone(t('accounts.calendarRevoked', { name }));
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm">
        {t('accounts.calendar', { at: format.instant(address.createdAt, timeZone) })}
      </Text>
      <Button variant="subtle" color="red" loading={revoke.isPending} onClick={takeBack}>
        {t('accounts.revokeCalendar')}
      </Button>
    </Group>
  );
}
