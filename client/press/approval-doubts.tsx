import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { doubtsOf } from '../../shared/press/review.ts';
import type { ReviewedRow } from '../../shared/press/review-rows.ts';
import { useFormat } from '../format/use-format.ts';

interface ApprovalDoubtsProps {
  /** What would be approved; some of it lacks a value or support. */
  rows: readonly ReviewedRow[];
  isApproving: boolean;
  onApprove(rows: readonly ReviewedRow[]): void;
  onClose(): void;
}

/** Names what lacks a value or support before it is approved with the rest. */
export function ApprovalDoubts({ rows, isApproving, onApprove, onClose }: ApprovalDoubtsProps) {
  const { t } = useTranslation(['review', 'ui']);
  const format = useFormat();
  const doubtful = rows.filter((row) => doubtsOf(row).length > 0);
  const others = rows.filter((row) => doubtsOf(row).length === 0);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('list.ask.title', { count: rows.length })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('list.ask.text')}</Text>
        <List size="sm" spacing={4}>
          {doubtful.map((row) => (
            <List.Item key={row.id}>
              {row.title} · {row.outletName} · {format.day(row.day)}
              <Text size="sm" c="dimmed">
                {doubtsOf(row)
                  .map((doubt) => t(`matters.short.${doubt}`))
                  .join(' · ')}
              </Text>
            </List.Item>
          ))}
        </List>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button variant="default" loading={isApproving} onClick={() => onApprove(rows)}>
            {t('list.ask.all', { count: rows.length })}
          </Button>
          {others.length > 0 && (
            <Button loading={isApproving} onClick={() => onApprove(others)}>
              {t('list.ask.others', { count: others.length })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
