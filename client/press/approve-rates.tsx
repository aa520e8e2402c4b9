import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { approverRoles } from '../../shared/press/approval.ts';
import { api } from '../app/api.ts';
import { useMayDo, useSelf } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { showDone, showFailure } from '../ui/undo-toast.tsx';
import { standingOf } from './price-approval.tsx';
import { useSpaceWords } from './rate-columns.tsx';
import type { Rate } from './rate-values.ts';

/** What is approved together, and what is left to somebody else; each with why, where there is one. */
function RateList({ title, rates }: { title: string; rates: readonly Rate[] }) {
  const { t } = useTranslation(['prices', 'press']);
  const format = useFormat();
  const self = useSelf();
  const space = useSpaceWords();
  if (rates.length === 0) return null;
  return (
    <Stack gap={4} component="section" aria-label={title}>
      <Text fw={600}>{title}</Text>
      <List size="sm" spacing={4}>
        {rates.map((rate) => (
          <List.Item key={rate.id} style={{ overflowWrap: 'anywhere' }}>
            {rate.outletName} · {space(rate)} · {format.money(rate.netPriceCop)} ·{' '}
            {t(`press:sources.${rate.sourceType}`)}
            <Text size="sm" c="dimmed">
              {standingOf(rate, self, t).why}
            </Text>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

interface AskProps {
  approved: readonly Rate[];
  left: readonly Rate[];
  onClose(): void;
}

/** Names what would be approved, and what is skipped because the person had a hand in it. */
function AskFirst({ approved, left, onClose }: AskProps) {
  const { t } = useTranslation(['prices', 'ui']);
  const approve = useMutation(api.press.approveRates.mutationOptions());
  async function run(): Promise<void> {
    try {
      const ats = [...approved, ...left].map(({ id, version }) => ({ id, version }));
      const answer = await approve.mutateAsync({ ats });
      const done = t('prices:approval.doneMany', { count: answer.approved.length });
      const skipped = answer.left.length;
      showDone(skipped === 0 ? done : `${done} ${t('prices:approval.left', { count: skipped })}`);
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
      title={t('prices:approval.askTitle')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        <RateList title={t('prices:approval.theseAre')} rates={approved} />
        <RateList title={t('prices:approval.theseStay')} rates={left} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button loading={approve.isPending} onClick={run} data-autofocus>
            {t('prices:approval.approveMany', { count: approved.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Approves what waits of a page of rates, after naming it; what is for somebody else stays. */
export function ApproveRates({ rates = [] }: { rates: readonly Rate[] | undefined }) {
  const { t } = useTranslation('prices');
  const self = useSelf();
  const isApprover = useMayDo(...approverRoles);
  const [isAsking, question] = useDisclosure(false);
  const waiting = rates.filter(({ approvedBy }) => approvedBy === null);
  const approved = waiting.filter((rate) => standingOf(rate, self, t).mayApprove);
  const left = waiting.filter((rate) => !approved.includes(rate));
  if (!isApprover || approved.length === 0) return null;
  return (
    <>
      <Button variant="default" onClick={question.open}>
        {t('approval.approvePage', { count: approved.length })}
      </Button>
      {isAsking && <AskFirst approved={approved} left={left} onClose={question.close} />}
    </>
  );
}
