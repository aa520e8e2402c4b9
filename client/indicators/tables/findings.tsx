import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CountTableDetail } from '../../../shared/indicators/count-tables/rows.ts';
import { useCountWords } from './use-count-words.ts';

/** Where a table contradicts itself, each in a sentence. Nothing is repaired. */
export function Findings({ table: { findings, measures } }: { table: CountTableDetail }) {
  const { t } = useTranslation('countTables');
  const { figure } = useCountWords();
  if (findings.length === 0) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      icon={<IconAlertTriangle size={20} stroke={1.6} />}
      title={t('findings', { count: findings.length })}
    >
      <List size="sm" spacing={4}>
        {findings.map(({ rule, measure: id, member, printed, worked }) => {
          const measure = measures.find((one) => one.id === id) ?? { name: id, unit: 'count' };
          return (
            <List.Item key={`${rule} ${id} ${member}`}>
              {t(`finding.${rule}`, {
                measure: measure.name,
                of: member === null ? t('inTotal') : t('inRow', { row: member }),
                printed: figure(printed, measure),
                worked: figure(worked, measure),
              })}
            </List.Item>
          );
        })}
      </List>
      <Text size="sm" mt="xs">
        {t('findingNote')}
      </Text>
    </Alert>
  );
}
