import { Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Absent is never zero: "sin dato", with why on hover and focus. */
export function Absent({ label, why }: { label?: string; why?: string }) {
  const { t } = useTranslation('ui');
  return (
    <Tooltip label={why ?? t('noDataWhy')} multiline maw={280}>
      <Text span inherit c="dimmed" tabIndex={0}>
        {label ?? t('noData')}
      </Text>
    </Tooltip>
  );
}
