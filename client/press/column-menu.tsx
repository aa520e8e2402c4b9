import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type TableColumnName, tableColumns } from '../../shared/press/clipping-columns.ts';
import { usualColumns } from './clipping-columns.tsx';

interface ColumnMenuProps {
  chosen: readonly TableColumnName[];
  onChoose(columns: readonly TableColumnName[]): void;
}

/** Chooses which columns of the table are seen. */
export function ColumnMenu({ chosen, onChoose }: ColumnMenuProps) {
  const { t } = useTranslation('table');
  const toggle = (column: TableColumnName, isSeen: boolean) =>
    onChoose(tableColumns.filter((one) => (one === column ? isSeen : chosen.includes(one))));
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconColumns size={16} stroke={1.6} aria-hidden />}
        >
          {t('columns.choose')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Stack gap="xs" role="group" aria-label={t('columns.help')}>
          {tableColumns.map((column) => (
            <Checkbox
              key={column}
              label={t(`columns.${column}`)}
              checked={chosen.includes(column)}
              onChange={({ currentTarget }) => toggle(column, currentTarget.checked)}
            />
          ))}
          <Button variant="subtle" size="compact-sm" onClick={() => onChoose(usualColumns)}>
            {t('columns.reset')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
