import { ActionIcon, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileName } from '../../shared/files/file-name.ts';
import { useFormat } from '../format/use-format.ts';
import type { ExportTable } from './export-table.ts';
import { type ReadHead, useFileHead } from './file-head.ts';
import { saveFile } from './save-file.ts';
import { showFailure } from './undo-toast.tsx';

interface ExportMenuProps {
  title: string;
  /** The figures, asked for once a format is chosen. */
  table(): ExportTable | Promise<ExportTable>;
  /** The drawing as SVG, where there is one. */
  picture?: () => Promise<string>;
}

const svgType = 'image/svg+xml;charset=utf-8';

/** Saves a table as CSV or XLSX, and a chart as SVG or PNG too. What writes them is loaded with the first. */
export function ExportMenu({ title, table, picture }: ExportMenuProps) {
  const { t } = useTranslation('ui');
  const { locale } = useFormat();
  const readHead = useFileHead();
  const [isBusy, setBusy] = useState(false);

  async function save(extension: string, write: (head: ReadHead) => Promise<Blob>): Promise<void> {
    setBusy(true);
    try {
      const head = await readHead();
      saveFile(fileName([title, ...head.nameParts], extension), await write(head));
    } catch (error) {
      showFailure(error);
    } finally {
      setBusy(false);
    }
  }

  const asCsv = async () => {
    const [{ writeCsv }, content] = await Promise.all([import('./write-spreadsheet.ts'), table()]);
    return writeCsv(content, locale);
  };
  const asXlsx = async ({ about }: ReadHead) => {
    const [{ writeXlsx }, content] = await Promise.all([import('./write-spreadsheet.ts'), table()]);
    return writeXlsx(content, about(title));
  };
  const asPng = async (draw: () => Promise<string>) => {
    const [{ paintPng }, svg] = await Promise.all([import('./paint-png.ts'), draw()]);
    return paintPng(svg);
  };
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className="no-print"
          loading={isBusy}
          aria-label={t('export.label', { title })}
          title={t('export.label', { title })}
        >
          <IconDownload size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save('xlsx', asXlsx)}>{t('export.xlsx')}</Menu.Item>
        <Menu.Item onClick={() => save('csv', asCsv)}>{t('export.csv')}</Menu.Item>
        {picture && (
          <>
            <Menu.Item onClick={() => save('png', () => asPng(picture))}>
              {t('export.png')}
            </Menu.Item>
            <Menu.Item
              onClick={() =>
                save('svg', async () => new Blob([await picture()], { type: svgType }))
              }
            >
              {t('export.svg')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
