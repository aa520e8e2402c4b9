import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { channels } from '../../shared/press/channels.ts';
import { formats } from '../../shared/press/measures.ts';
import { useFormat } from '../format/use-format.ts';
import { type FilterChip, FilterChips } from '../ui/filter-chips.tsx';
import type { PressSearch } from './press-search.ts';
import { useOutletOptions } from './use-outlet-options.ts';
import { usePressSearch } from './use-press-search.ts';

interface Choice {
  name: 'channel' | 'outlet' | 'tone' | 'standing' | 'format';
  label: string;
  data: { value: string; label: string }[];
}

/** The filters that are one of a few words, with those words. */
function useChoices(): Choice[] {
  const { t } = useTranslation('press');
  const { options } = useOutletOptions();
  const tones = ['positive', 'neutral', 'negative', 'unclassified'] as const;
  const standings = ['valued', 'unvalued', 'not_counted'] as const;
  return [
    { name: 'outlet', label: t('list.outlet'), data: options },
    {
      name: 'channel',
      label: t('list.channel'),
      data: channels.map((value) => ({ value, label: t(`channels.${value}`) })),
    },
    {
      name: 'format',
      label: t('list.format'),
      data: formats.map((value) => ({ value, label: t(`formats.${value}`) })),
    },
    {
      name: 'tone',
      label: t('list.tone'),
      data: tones.map((value) => ({ value, label: t(`tones.${value}`) })),
    },
    {
      name: 'standing',
      label: t('list.standing'),
      data: standings.map((value) => ({ value, label: t(`standings.${value}`) })),
    },
  ];
}

function useChips(choices: Choice[]): FilterChip[] {
  const { t } = useTranslation('press');
  const format = useFormat();
  const [search, change] = usePressSearch();
  const chips: FilterChip[] = choices.flatMap(({ name, label, data }) => {
    const value = search[name];
    if (value === undefined) return [];
    const word = data.find((one) => one.value === value)?.label ?? value;
    const words = t('list.filter', { name: label, value: word });
    return [{ id: name, label: words, onRemove: () => change({ [name]: undefined }) }];
  });
  if (search.month) {
    const label = t('list.month', { month: format.longMonth(search.month) });
    chips.push({ id: 'month', label, onRemove: () => change({ month: undefined }) });
  }
  if (search.search) {
    const label = t('list.searching', { text: search.search });
    chips.push({ id: 'search', label, onRemove: () => change({ search: undefined }) });
  }
  return chips;
}

/** What the list of appearances is filtered by, and the filters in force as chips. */
export function ClippingFilters() {
  const { t } = useTranslation('press');
  const [search, change] = usePressSearch();
  const choices = useChoices();
  const chips = useChips(choices);
  return (
    <>
      <Group gap="xs" mb="xs" className="no-print">
        {choices.map(({ name, label, data }) => (
          <Select
            key={name}
            size="xs"
            w={150}
            aria-label={label}
            placeholder={label}
            data={data}
            value={search[name] ?? null}
            searchable={name === 'outlet'}
            clearable
            clearButtonProps={{ 'aria-label': t('list.any') }}
            onChange={(value) => change({ [name]: value ?? undefined } as Partial<PressSearch>)}
          />
        ))}
      </Group>
      <FilterChips chips={chips} />
    </>
  );
}
