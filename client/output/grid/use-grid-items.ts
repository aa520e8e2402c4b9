import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KindId } from '../../../shared/output/kind-id.ts';
import { outputStates } from '../../../shared/output/state.ts';
import { useDepartments } from '../../app/use-departments.ts';
import type { GridRow } from '../../grid/grid-rows.ts';
import { useKindWords } from '../use-kind-words.ts';
import { useKinds } from '../use-kinds.ts';
import { usePlaces } from '../use-places.ts';
import { itemGridColumns } from './item-columns.ts';
import { type ReadBefore, readItems } from './read-items.ts';

/** The columns of items of some kinds, in the words of the screen. */
export function useItemGridColumns(chosen: readonly KindId[]) {
  const { t } = useTranslation('output');
  const { say } = useKindWords();
  const { kinds } = useKinds();
  const departments = useDepartments();
  const places = usePlaces();
  return useMemo(() => {
    const typed = kinds.filter(({ id }) => chosen.includes(id));
    const names = {
      kind: t('form.kind'),
      title: t('form.title'),
      day: t('form.day'),
      place: t('form.place'),
      departmentId: t('form.department'),
      url: t('form.url'),
      notes: t('form.notes'),
      yes: t('form.yes'),
      no: t('form.no'),
      responsible: t('form.responsible'),
      startsAt: t('form.startsAt'),
      endsAt: t('form.endsAt'),
      state: t('state.label'),
    };
    const states = outputStates.map((value) => ({ value, label: t(`state.${value}`) }));
    const columns = itemGridColumns({ kinds: typed, departments, places, say, names, states });
    return { columns, kinds: typed, places };
  }, [kinds, chosen, departments, places, say, t]);
}

/** What the rows are, read again when they change. */
export function useReadItems(
  rows: readonly GridRow[],
  reading: ReturnType<typeof useItemGridColumns>,
) {
  const before = useMemo<{ of: typeof reading; rows: ReadBefore }>(
    () => ({ of: reading, rows: new WeakMap() }),
    [reading],
  );
  return useMemo(() => readItems(rows, before.of, before.rows), [rows, before]);
}
