import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import { showFailure } from '../ui/undo-toast.tsx';
import { FileDrop } from './file-drop.tsx';
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

/** Where an export of a network is dropped or chosen. */
export function FilePanel({ file }: { file: ReadingOfFile }) {
  const { t } = useTranslation('imports');
  const { reading, failure, choose } = file;
  return (
    <Panel title={t('file.title')} note={t('file.note')}>
      <FileDrop
        label={t('file.drop')}
        button={t('file.choose')}
        formats={t('file.formats')}
        accept=".csv,.tsv,.txt,.xlsx,.xls,.ods,.zip"
        reading={reading && t('file.reading', { name: reading })}
        failure={failure}
        beside={<TemplateButton />}
        onChoose={choose}
      />
    </Panel>
  );
}
