import { Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KindId } from '../../shared/output/kind-id.ts';
import { OutputState, outputStates } from '../../shared/output/state.ts';
import { useDepartments } from '../app/use-departments.ts';
import { FilterChips } from '../ui/filter-chips.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { readTold } from './matrix/part.ts';
import { useToldName } from './matrix/use-told-name.ts';
import { useKindWords } from './use-kind-words.ts';
import { useOutputSearch } from './use-output-search.ts';

/** The fields that narrow a list; items are also told apart by department. */
export function ListFilters({ withDepartments }: { withDepartments: boolean }) {
  const { t } = useTranslation('output');
  const [{ search = '', kind = '', department = '', standing = '' }, change] = useOutputSearch();
  const words = useKindWords();
  const departments = useDepartments();
  const searchLabel = t(withDepartments ? 'items.search' : 'tallies.search');
  return (
    <Group gap="xs">
      <NativeSelect
        aria-label={t('items.kind')}
        value={kind}
        data={[{ value: '', label: t('items.allKinds') }, ...words.choices]}
        onChange={(event) => change({ kind: event.currentTarget.value || undefined })}
      />
      {withDepartments && (
        <NativeSelect
          aria-label={t('items.department')}
          value={department}
          data={[{ value: '', label: t('items.allDepartments') }, ...departments]}
          onChange={(event) => change({ department: event.currentTarget.value || undefined })}
        />
      )}
      {withDepartments && (
        <NativeSelect
          aria-label={t('state.label')}
          value={standing}
          data={[
            { value: '', label: t('state.all') },
            ...outputStates.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            change({ standing: OutputState.safeParse(value).data })
          }
        />
      )}
      <SearchField
        value={search}
        label={searchLabel}
        placeholder={searchLabel}
        onChange={(text) => change({ search: text || undefined }, { replace: true })}
      />
    </Group>
  );
}

/** The filters in force, each to take off with one press. */
export function ListFilterChips({ withDepartments }: { withDepartments: boolean }) {
  const { t } = useTranslation('output');
  const [{ search, kind, department, of, standing }, change] = useOutputSearch();
  const words = useKindWords();
  const told = useToldName(readTold(of));
  const departments = useDepartments();
  const known = KindId.safeParse(kind);
  const named = departments.find(({ value }) => value === department);
  const chips = [
    known.success && {
      id: 'kind',
      label: words.one(known.data),
      onRemove: () => change({ kind: undefined }),
    },
    withDepartments &&
      department !== undefined && {
        id: 'department',
        label: named?.label ?? department,
        onRemove: () => change({ department: undefined }),
      },
    withDepartments &&
      told !== undefined && {
        id: 'told',
        label: told,
        onRemove: () => change({ of: undefined }),
      },
    withDepartments &&
      standing !== undefined && {
        id: 'state',
        label: t(`state.${standing}`),
        onRemove: () => change({ standing: undefined }),
      },
    search !== undefined && {
      id: 'search',
      label: t('items.searchFilter', { search }),
      onRemove: () => change({ search: undefined }),
    },
  ];
  return <FilterChips chips={chips.filter((chip) => chip !== false)} />;
}
