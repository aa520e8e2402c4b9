import { Alert, Button, FileButton, Group, Loader, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../app/self.tsx';
import { failureMessage } from '../format/failure-message.ts';
import { useFormat } from '../format/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import { showFailure } from '../ui/undo-toast.tsx';
import classes from './file-panel.module.css';
import { saveTemplate } from './save-template.ts';
import type { ReadingOfFile } from './use-file.ts';

function TemplateButton() {
  const { t } = useTranslation(['imports', 'social']);
  const { day } = useToday();
  const { locale } = useFormat();
  async function save(): Promise<void> {
    const head = t('imports:file.templateHead', { returnObjects: true });
    const followers = t('social:metrics.followers');
    try {
      await saveTemplate({ ...head, followers, name: t('imports:file.templateName') }, day, locale);
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <Button variant="subtle" onClick={save}>
      {t('imports:file.template')}
    </Button>
  );
}

/** Where a file is dropped or chosen; what is wrong with it stays here in words. */
export function FilePanel({ file }: { file: ReadingOfFile }) {
  const { t } = useTranslation('imports');
  const [isOver, setOver] = useState(false);
  const { reading, failure, choose } = file;
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files[0] ?? null);
  }
  return (
    <Panel title={t('file.title')} note={t('file.note')}>
      <Stack gap="sm">
        <section
          className={classes.place}
          aria-label={t('file.drop')}
          data-over={isOver || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <IconFileUpload size={32} stroke={1.4} aria-hidden />
          <Text>{t('file.drop')}</Text>
          <Group gap="xs" justify="center">
            <FileButton onChange={choose} accept=".csv,.tsv,.txt,.xlsx">
              {(props) => (
                <Button {...props} loading={reading !== undefined}>
                  {t('file.choose')}
                </Button>
              )}
            </FileButton>
            <TemplateButton />
          </Group>
          <Text size="sm" c="dimmed" ta="center">
            {t('file.formats')}
          </Text>
        </section>
        {reading !== undefined && (
          <Group gap="xs" role="status">
            <Loader size="sm" aria-hidden />
            <Text size="sm">{t('file.reading', { name: reading })}</Text>
          </Group>
        )}
        {failure && (
          <Alert color="red" variant="light" role="alert">
            {failureMessage(failure)}
          </Alert>
        )}
      </Stack>
    </Panel>
  );
}
