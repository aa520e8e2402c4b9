import { Box, NativeSelect, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SheetPlan } from '../../../shared/imports/sheets/rows.ts';
import type { MappedColumn, SheetLayout } from '../../../shared/imports/sheets/target.ts';
import { useColumnChoices } from './use-column-names.ts';

interface ColumnsTableProps {
  plan: SheetPlan;
  layout: SheetLayout;
  onLayout(layout: SheetLayout): void;
}

/** The first texts of a column after its headings. */
function samplesOf({ sample }: SheetPlan, { headingLines }: SheetLayout, index: number): string {
  const last = headingLines.at(-1) ?? 0;
  return sample
    .filter(({ line }) => line > last)
    .flatMap(({ cells }) => cells[index] || [])
    .slice(0, 3)
    .join(' · ');
}

/** What a column of a table laid out across may be: a measure, or nothing. */
function useChoices({ plan, layout }: ColumnsTableProps) {
  const all = useColumnChoices(plan.target);
  if (layout.shape === 'records') return all;
  const measures = plan.target.cross?.measures ?? [];
  return all.filter(({ value }) => measures.includes(value));
}

/** Each column of the file, how it begins, and what it becomes. */
export function ColumnsTable(props: ColumnsTableProps) {
  const { plan, layout, onLayout } = props;
  const { t } = useTranslation('sheets');
  const choices = useChoices(props);
  function setColumn(index: number, to: string | null): void {
    const columns = layout.columns.map((column): MappedColumn => {
      if (column.index === index) {
        const member = layout.shape === 'cross' ? (column.member ?? column.heading) : null;
        return { ...column, to, member };
      }
      // In a list each column of the target is filled from one column of the file.
      const isTaken = layout.shape === 'records' && to !== null && column.to === to;
      return isTaken ? { ...column, to: null } : column;
    });
    onLayout({ ...layout, columns });
  }
  return (
    <Table.ScrollContainer minWidth={320} type="native">
      <Table aria-label={t('plan.columns')} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('plan.column')}</Table.Th>
            <Table.Th visibleFrom="xs">{t('plan.sample')}</Table.Th>
            <Table.Th>{t('plan.becomes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {layout.columns.map(({ index, heading, to, member }) => (
            <Table.Tr key={index}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {heading}
                <Box hiddenFrom="xs">
                  <Text size="sm" c="dimmed" lineClamp={2}>
                    {samplesOf(plan, layout, index)}
                  </Text>
                </Box>
              </Table.Td>
              <Table.Td visibleFrom="xs" maw={340}>
                <Text size="sm" c="dimmed" lineClamp={2}>
                  {samplesOf(plan, layout, index)}
                </Text>
              </Table.Td>
              <Table.Td miw={170}>
                <NativeSelect
                  aria-label={`${t('plan.becomes')}: ${heading}`}
                  value={to ?? ''}
                  onChange={(event) => setColumn(index, event.currentTarget.value || null)}
                  data={[{ value: '', label: t('plan.leftOut') }, ...choices]}
                />
                {to !== null && member !== null && plan.target.cross && (
                  <Text size="sm" c="dimmed" mt={2}>
                    {t('plan.member')} {member}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
