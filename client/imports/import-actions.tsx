import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../shared/imports/rows.ts';
import { useFormat } from '../format/use-format.ts';
import type { ImportActions } from './use-import-actions.ts';

function UndoButton({ row, actions }: { row: ImportRow; actions: ImportActions }) {
  const { t } = useTranslation(['imports', 'ui']);
  const [isAsking, question] = useDisclosure(false);
  async function undo(): Promise<void> {
    await actions.undo();
    question.close();
  }
  return (
    <>
      <Button variant="default" onClick={question.open}>
        {t('imports:preview.undo')}
      </Button>
      <Modal
        opened={isAsking}
        onClose={question.close}
        title={t('imports:preview.undoTitle')}
        centered
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Text mb="md">{t('imports:preview.undoText', { name: row.fileName })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={question.close} data-autofocus>
            {t('ui:cancel')}
          </Button>
          <Button onClick={undo} loading={actions.isUndoing}>
            {t('imports:preview.undo')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

function WriteProgress({ progress }: Required<Pick<ImportActions, 'progress'>>) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  if (!progress) return null;
  const { done, total } = progress;
  return (
    <Stack gap={6} role="status" miw={220}>
      <Text size="sm">
        {t('preview.writing', { done: format.number(done), total: format.number(total) })}
      </Text>
      <Progress
        value={total === 0 ? 0 : (100 * done) / total}
        aria-label={t('preview.progress')}
        animated
      />
    </Stack>
  );
}

/** The buttons of an import: what may be done depends on where it stands. */
export function ImportButtons({ row, actions }: { row: ImportRow; actions: ImportActions }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  if (actions.progress) return <WriteProgress progress={actions.progress} />;
  if (row.status === 'written') return <UndoButton row={row} actions={actions} />;
  if (row.status !== 'pending') return null;
  const count = row.added + row.changed + row.conflicting;
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
