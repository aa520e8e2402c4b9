import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Empty } from '../ui/states.tsx';
import { useOutputSearch } from './use-output-search.ts';

/** What an empty list says: how it fills, or that the filters leave nothing and how to take them off. */
export function useEmpty(list: 'items' | 'tallies'): Empty {
  const { t } = useTranslation(['output', 'ui']);
  const [{ kind, department, search, of, standing }, change] = useOutputSearch();
  const isFiltered = Boolean(
    kind || search || (list === 'items' && (department || of || standing)),
  );
  if (!isFiltered) return { title: t(`${list}.empty`), text: t(`${list}.emptyHint`) };
  const clear = () =>
    change({
      ...{ kind: undefined, department: undefined, of: undefined, search: undefined },
      standing: undefined,
    });
  return {
    title: t('ui:noMatches'),
    text: t(`${list}.noMatches`),
    action: (
      <Button variant="default" onClick={clear}>
        {t('ui:clearFilters')}
      </Button>
    ),
  };
}
