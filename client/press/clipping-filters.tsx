import { Button, Group, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChips } from '../ui/filter-chips.tsx';
import type { PressSearch } from './press-search.ts';
import { useClippingChips } from './use-clipping-chips.ts';
import { useMainChoices } from './use-filter-choices.ts';
import { usePressSearch } from './use-press-search.ts';

const MoreFilters = lazy(() => import('./more-filters.tsx'));

/** What the list of appearances is filtered by, and the filters in force as chips. */
export function ClippingFilters() {
  const { t } = useTranslation(['table', 'press']);
  const [search, change] = usePressSearch();
  const choices = useMainChoices();
  const { chips, opened } = useClippingChips();
  const [isOpen, drawer] = useDisclosure(false);
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
            clearButtonProps={{ 'aria-label': t('press:list.any') }}
            onChange={(value) => change({ [name]: value ?? undefined } as Partial<PressSearch>)}
          />
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.6} aria-hidden />}
          onClick={drawer.open}
        >
          {opened > 0 ? t('filters.moreOf', { count: opened }) : t('filters.more')}
        </Button>
      </Group>
      <FilterChips chips={chips} />
      {isOpen && (
        <Suspense fallback={null}>
          <MoreFilters onClose={drawer.close} />
        </Suspense>
      )}
    </>
  );
}
