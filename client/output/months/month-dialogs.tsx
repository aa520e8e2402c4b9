import { Alert, Button, Group, Modal, Stack, Table, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductionOfKind } from '../../../shared/output/months/production.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../format/use-format.ts';
import { Show } from '../../ui/states.tsx';
import { showDone, showFailure } from '../../ui/undo-toast.tsx';
import { useKindWords } from '../use-kind-words.ts';

interface DialogProps {
  month: string;
  onClose(): void;
}

/** What the month has of each kind: what was done, beside what was planned and what was called off. */
function Totals({ totals }: { totals: readonly ProductionOfKind[] }) {
  const { t } = useTranslation('output');
  const format = useFormat();
  const words = useKindWords();
  return (
    <Table aria-label={t('months.totals')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('form.kind')}</Table.Th>
          <Table.Th ta="right">{t('months.counted')}</Table.Th>
          <Table.Th ta="right">{t('months.planned')}</Table.Th>
          <Table.Th ta="right">{t('months.cancelled')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {totals.map(({ kind, done, tally, planned, cancelled }) => (
          <Table.Tr key={kind}>
            <Table.Td>{words.many(kind)}</Table.Td>
            <Table.Td ta="right">{format.number(done + (tally ?? 0))}</Table.Td>
            <Table.Td ta="right">{format.number(planned)}</Table.Td>
            <Table.Td ta="right">{format.number(cancelled)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Asks before the month is confirmed, with its figures and what is still only planned. */
export function ConfirmMonthDialog({ month, onClose }: DialogProps) {
  const { t } = useTranslation(['output', 'ui']);
  const format = useFormat();
  const name = format.longMonth(month);
  const query = useQuery(api.output.readMonthProduction.queryOptions({ month }));
  const confirm = useMutation(api.output.confirmMonth.mutationOptions());
  async function run(stamp: string): Promise<void> {
    try {
      await confirm.mutateAsync({ month, stamp });
      showDone(t('months.confirmedNow', { month: name }));
      onClose();
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('months.confirmTitle', { month: name })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Show query={query} height={240}>
        {({ totals, stamp }) => {
          const waiting = totals.reduce((sum, { planned }) => sum + planned, 0);
          return (
            <Stack gap="sm">
              <Text size="sm">{t('months.confirmText')}</Text>
              {waiting > 0 && (
                <Alert color="yellow" variant="light">
                  {t('months.waiting', { count: waiting })}
                </Alert>
              )}
              <Totals totals={totals} />
              <Group justify="flex-end">
                <Button variant="default" onClick={onClose}>
                  {t('ui:cancel')}
                </Button>
                <Button loading={confirm.isPending} onClick={() => run(stamp)}>
                  {t('months.confirm')}
                </Button>
              </Group>
            </Stack>
          );
        }}
      </Show>
    </Modal>
  );
}

/** Asks for the reason for which a confirmed month is opened again. */
export function ReopenMonthDialog({ month, onClose }: DialogProps) {
  const { t } = useTranslation(['output', 'ui']);
  const format = useFormat();
  const name = format.longMonth(month);
  const [reason, setReason] = useState('');
  const reopen = useMutation(api.output.reopenMonth.mutationOptions());
  async function run(): Promise<void> {
    try {
      await reopen.mutateAsync({ month, reason });
      showDone(t('months.reopenedNow', { month: name }));
      onClose();
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('months.reopenTitle', { month: name })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('months.reopenText')}</Text>
          <Textarea
            label={t('months.reason')}
            required
            autosize
            minRows={2}
            maxLength={500}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={reopen.isPending} disabled={reason.trim() === ''}>
              {t('months.reopen')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
