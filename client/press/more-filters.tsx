import { Button, Drawer, Group, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lacks } from '../../shared/press/clipping-columns.ts';
import { PersonField } from '../app/person-field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { noFilters } from './clipping-query.ts';
import type { PressSearch } from './press-search.ts';
import { useOtherChoices } from './use-filter-choices.ts';
import { usePressSearch } from './use-press-search.ts';

const texts = ['topic', 'spokesperson', 'author', 'section'] as const;
type Change = (part: Partial<PressSearch>) => void;

/** A text that is asked for once it is written whole. */
function TextFilter({ name, change }: { name: (typeof texts)[number]; change: Change }) {
  const { t } = useTranslation('table');
  const [search] = usePressSearch();
  const [typed, setTyped] = useState(search[name] ?? '');
  const ask = (text = typed) => change({ [name]: text.trim() || undefined });
  const shared = {
    label: t(`columns.${name}`),
    description: t('filters.exactly'),
    value: typed,
    onKeyDown: ({ key }: { key: string }) => key === 'Enter' && ask(),
  };
  if (name === 'spokesperson' || name === 'author') {
    return <PersonField {...shared} onChange={setTyped} onSettle={ask} />;
  }
  return (
    <TextInput
      {...shared}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => ask()}
    />
  );
}

/** An amount that is asked for once it is written whole. */
function AmountFilter({
  name,
  error,
  change,
}: {
  name: 'min' | 'max';
  error?: string;
  change: Change;
}) {
  const { t } = useTranslation('table');
  const [search] = usePressSearch();
  const [amount, setAmount] = useState(search[name] ?? null);
  const ask = () => change({ [name]: amount || undefined });
  return (
    <NumberField
      kind="pesos"
      label={t(`filters.${name}`)}
      value={amount}
      onChange={setAmount}
      error={error}
      onBlur={ask}
      onKeyDown={({ key }) => key === 'Enter' && ask()}
    />
  );
}

function AmountFilters({ change }: { change: Change }) {
  const { t } = useTranslation('table');
  const [{ min, max }] = usePressSearch();
  const isReversed = min !== undefined && max !== undefined && min > max;
  return (
    <Group grow align="start">
      {(['min', 'max'] as const).map((name) => (
        <AmountFilter
          key={`${name} ${(name === 'min' ? min : max) ?? ''}`}
          name={name}
          change={change}
          error={name === 'max' && isReversed ? t('filters.wrongRange') : undefined}
        />
      ))}
    </Group>
  );
}

function LackingFilter({ change }: { change: Change }) {
  const { t } = useTranslation('table');
  const [{ lacking }] = usePressSearch();
  const chosen = lacks.filter((lack) => lacking?.split(',').includes(lack));
  return (
    <MultiSelect
      label={t('filters.lacking')}
      data={lacks.map((value) => ({ value, label: t(`lacks.${value}`) }))}
      value={chosen}
      searchable
      onChange={(names) => change({ lacking: names.length > 0 ? names.join(',') : undefined })}
    />
  );
}

/** The filters that do not stand above the table; the list follows each at once. */
export default function MoreFilters({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['table', 'press', 'ui']);
  const [search, navigate] = usePressSearch();
  const choices = useOtherChoices();
  useFocusBack();
  const change: Change = (part) => navigate(part, { replace: true });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t('filters.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        {choices.map(({ name, label, data }) => (
          <Select
            key={name}
            label={label}
            placeholder={t('press:list.any')}
            data={data}
            value={search[name] ?? null}
            searchable={name === 'department' || name === 'message'}
            clearable
            clearButtonProps={{ 'aria-label': t('press:list.any') }}
            onChange={(value) => change({ [name]: value ?? undefined } as Partial<PressSearch>)}
          />
        ))}
        {texts.map((name) => (
          <TextFilter key={`${name} ${search[name] ?? ''}`} name={name} change={change} />
        ))}
        <AmountFilters change={change} />
        <LackingFilter change={change} />
        <Group justify="space-between">
          <Button variant="subtle" onClick={() => change(noFilters())}>
            {t('filters.clear')}
          </Button>
          <Button onClick={onClose}>{t('ui:close')}</Button>
        </Group>
      </Stack>
    </Drawer>
  );
}
