import { useMemo } from 'react';

/** What a field offers: the value it keeps and how it reads. */
export interface Choice {
  value: string;
  label: string;
}

/** What the list offers, and what the field already holds though it was removed from the list. */
export function withHeld(
  offered: readonly Choice[],
  held: readonly string[],
  nameOf: (id: string) => string,
): Choice[] {
  const lacking = held.filter((id) => !offered.some(({ value }) => value === id));
  return [...offered, ...lacking.map((id) => ({ value: id, label: nameOf(id) }))];
}

/** A row of a list that fields choose from. */
interface Named {
  id: string;
  name: string;
}

/** A list as choices, by name, and the row that the record holds though it was removed from the list. */
export function useChoices(
  listed: readonly Named[] | undefined,
  { id, name }: { [Key in keyof Named]?: string | null },
): Choice[] {
  return useMemo(() => {
    const offered = (listed ?? []).map((row) => ({ value: row.id, label: row.name }));
    return withHeld(offered, id && name ? [id] : [], () => name ?? '');
  }, [listed, id, name]);
}

/** The name of each row by its id; `…` until the lists are there. */
export function useNames(
  listed: readonly Named[] | undefined,
  removed: readonly Named[] | undefined,
): (id: string) => string {
  return useMemo(() => {
    const rows = [...(listed ?? []), ...(removed ?? [])];
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? '…';
  }, [listed, removed]);
}
