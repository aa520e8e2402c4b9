import { ActionIcon, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AskedFilter } from './clipping-query.ts';
import type { PressSearch } from './press-search.ts';

/** All that the filters find as a file, which the server writes while it is saved. */
export function ClippingsExport({ asked }: { asked: AskedFilter & Pick<PressSearch, 'order'> }) {
  const { t } = useTranslation('table');
  const input = encodeURIComponent(JSON.stringify(asked));
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className="no-print"
          aria-label={t('export.label')}
          title={t('export.label')}
        >
          <IconDownload size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={`/export/clippings.${format}?input=${input}`}
            download
          >
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
