import { Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type NetworkId, networkNames, networks } from '../../shared/social/networks.ts';
import { useDepartments } from '../app/use-departments.ts';
import { FilterChips } from '../ui/filter-chips.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { useSocialSearch } from './use-social-search.ts';

/** Networks as a field offers them. */
export const networkChoices = networks.map((value) => ({ value, label: networkNames[value] }));

/** The fields that narrow the list of pages. */
export function PageFilters() {
  const { t } = useTranslation('social');
  const [{ search = '', network = '', department = '' }, change] = useSocialSearch();
  const departments = useDepartments();
  return (
    <Group gap="xs">
      <NativeSelect
        aria-label={t('page.network')}
        value={network}
        data={[{ value: '', label: t('page.allNetworks') }, ...networkChoices]}
        onChange={(event) =>
          change({ network: (event.currentTarget.value as NetworkId) || undefined })
        }
      />
      <NativeSelect
        aria-label={t('page.department')}
        value={department}
        data={[{ value: '', label: t('page.allDepartments') }, ...departments]}
        onChange={(event) => change({ department: event.currentTarget.value || undefined })}
      />
      <SearchField
        value={search}
        label={t('page.search')}
        placeholder={t('page.search')}
        onChange={(text) => change({ search: text || undefined }, { replace: true })}
      />
    </Group>
  );
}

/** The filters in force, each to take off with one press. */
export function PageFilterChips() {
  const { t } = useTranslation('social');
  const [{ search, network, department }, change] = useSocialSearch();
  const departments = useDepartments();
  const chips = [
    network !== undefined && {
      id: 'network',
      label: networkNames[network],
      onRemove: () => change({ network: undefined }),
    },
    department !== undefined && {
      id: 'department',
      label: departments.find(({ value }) => value === department)?.label ?? department,
      onRemove: () => change({ department: undefined }),
    },
    search !== undefined && {
      id: 'search',
      label: t('page.searchFilter', { search }),
      onRemove: () => change({ search: undefined }),
    },
  ];
  return <FilterChips chips={chips.filter((chip) => chip !== false)} />;
}
