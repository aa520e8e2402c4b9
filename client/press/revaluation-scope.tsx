import { Button, Checkbox, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Format, formats } from '../../shared/press/measures.ts';
import { useOutletOptions } from './use-outlet-options.ts';

/** Which appearances to value again, as chosen so far. */
export interface ScopeValues {
  from: string;
  to: string;
  outletId: string | null;
  format: Format | null;
  onlyUnvalued: boolean;
}

interface RevaluationScopeProps {
  values: ScopeValues;
  onChange(part: Partial<ScopeValues>): void;
  onPreview(): void;
}

/** The choice of appearances to value again. */
export function RevaluationScope({ values, onChange, onPreview }: RevaluationScopeProps) {
  const { t } = useTranslation(['prices', 'press', 'failures']);
  const { options } = useOutletOptions();
  const { from, to, outletId, format, onlyUnvalued } = values;
  const isReversed = from !== '' && to !== '' && to < from;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (from !== '' && to !== '' && !isReversed) onPreview();
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} mb="sm">
        <TextInput
          type="date"
          label={t('prices:revaluation.from')}
          withAsterisk
          value={from}
          onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('prices:revaluation.to')}
          withAsterisk
          value={to}
          error={isReversed && t('failures:rules.period_reversed')}
          onChange={({ currentTarget }) => onChange({ to: currentTarget.value })}
        />
        <Select
          label={t('prices:revaluation.outlet')}
          placeholder={t('prices:revaluation.any')}
          data={options}
          searchable
          clearable
          value={outletId}
          onChange={(value) => onChange({ outletId: value })}
        />
        <Select
          label={t('prices:revaluation.format')}
          placeholder={t('prices:revaluation.any')}
          data={formats.map((value) => ({ value, label: t(`press:formats.${value}`) }))}
          clearable
          value={format}
          onChange={(value) => onChange({ format: value as Format | null })}
        />
      </SimpleGrid>
      <Group justify="space-between" gap="sm">
        <Checkbox
          label={t('prices:revaluation.onlyUnvalued')}
          checked={onlyUnvalued}
          onChange={({ currentTarget }) => onChange({ onlyUnvalued: currentTarget.checked })}
        />
        <Button type="submit" variant="default">
          {t('prices:revaluation.preview')}
        </Button>
      </Group>
    </form>
  );
}
