import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { SheetImportRow } from '../../../shared/imports/sheets/rows.ts';
import { useFormat } from '../../format/use-format.ts';
import type { SheetActions } from './use-sheet-actions.ts';

interface SheetButtonsProps {
  row: SheetImportRow;
  actions: SheetActions;
}

function UndoButton({ row, actions }: SheetButtonsProps) {
  const { t } = useTranslation(['sheets', 'ui']);
  const [isAsking, question] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={question.open}>
        {t('sheets:preview.undo')}
      </Button>
      <Modal
        opened={isAsking}
        onClose={question.close}
        title={t('sheets:preview.undoTitle')}
        centered
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Text mb="md">{t('sheets:preview.undoText', { name: row.fileName })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={question.close} data-autofocus>
            {t('ui:cancel')}
          </Button>
          <Button
            onClick={() => {
              question.close();
              actions.undo();
            }}
          >
            {t('sheets:preview.undo')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

function HowFar({ actions: { progress } }: Pick<SheetButtonsProps, 'actions'>) {
  const { t } = useTranslation('sheets');
  const format = useFormat();
  if (!progress) return null;
  const { done, total, action } = progress;
  const facts = { done: format.number(done), total: format.number(total) };
  return (
    <Stack gap={6} role="status" miw={220}>
      <Text size="sm">
        {action === 'write' ? t('preview.writing', facts) : t('preview.undoing', facts)}
      </Text>
      <Progress
        value={total === 0 ? 0 : (100 * done) / total}
        aria-label={t('preview.progress')}
        animated
      />
    </Stack>
  );
}

/** What may be done with an import, by where it stands. */
export function SheetButtons({ row, actions }: SheetButtonsProps) {
  const { t } = useTranslation('sheets');
  const format = useFormat();
  if (actions.progress) return <HowFar actions={actions} />;
  if (row.status === 'written') return <UndoButton row={row} actions={actions} />;
  if (row.status !== 'pending') return null;
  const count = row.added + row.changed;
  return (
    <Group gap="xs">
      <Button variant="default" onClick={actions.discard}>
        {t('preview.discard')}
      </Button>
      {count === 0 ? (
        <Text size="sm">{t('preview.nothing')}</Text>
      ) : (
        <Button onClick={actions.write}>
          {t('preview.write', { count, rows: format.number(count) })}
        </Button>
      )}
    </Group>
  );
}
