import { useTranslation } from 'react-i18next';
import { lacks } from '../../shared/press/clipping-columns.ts';
import { useFormat } from '../format/use-format.ts';
import type { FilterChip } from '../ui/filter-chips.tsx';
import type { PressSearch } from './press-search.ts';
import { useMainChoices, useOtherChoices } from './use-filter-choices.ts';
import { usePressSearch } from './use-press-search.ts';

type Named = { name: keyof PressSearch; label: string | undefined };

/** The filters that are written or come from elsewhere, in words. */
function useOtherChips(search: PressSearch): Named[] {
  const { t } = useTranslation(['table', 'press']);
  const format = useFormat();
  const { month, min, max, event, lacking } = search;
  const texts = (['topic', 'spokesperson', 'author', 'section'] as const).map((name) => ({
    name,
    label:
      search[name] && t('press:list.filter', { name: t(`columns.${name}`), value: search[name] }),
  }));
  const lacked = lacks.filter((lack) => lacking?.split(',').includes(lack));
  const value = lacked.map((lack) => t(`lacks.${lack}`)).join(', ');
  return [
    ...texts,
    { name: 'min', label: min && t('filters.from', { value: format.money(min) }) },
    { name: 'max', label: max && t('filters.to', { value: format.money(max) }) },
    { name: 'event', label: event && t('filters.event') },
    {
      name: 'lacking',
      label: value && t('press:list.filter', { name: t('filters.lacking'), value }),
    },
    { name: 'month', label: month && t('press:list.month', { month: format.longMonth(month) }) },
    { name: 'search', label: search.search && t('press:list.searching', { text: search.search }) },
  ].flatMap(({ name, label }) => (label ? [{ name: name as keyof PressSearch, label }] : []));
}

/** The filters in force as chips, and how many of them do not stand above the table. */
export function useClippingChips(): { chips: FilterChip[]; opened: number } {
  const { t } = useTranslation('press');
  const [search, change] = usePressSearch();
  const [main, other] = [useMainChoices(), useOtherChoices()];
  const written = useOtherChips(search);
  const chosen = [...main, ...other].flatMap(({ name, label, data }): Named[] => {
    const value = search[name];
    if (value === undefined) return [];
    const word = data.find((one) => one.value === value)?.label ?? value;
    return [{ name, label: t('list.filter', { name: label, value: word }) }];
  });
  const chips = [...chosen, ...written].map(({ name, label = '' }) => ({
    id: name,
    label,
    onRemove: () => change({ [name]: undefined }),
  }));
  const outside = ['month', 'search', ...main.map(({ name }) => name as string)];
  return { chips, opened: chips.filter(({ id }) => !outside.includes(id)).length };
}
