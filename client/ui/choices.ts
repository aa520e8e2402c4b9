/** What a field offers: the value it keeps and how it reads. */
export interface Choice {
  value: string;
  label: string;
}

/** Rows of a list as choices, by name. */
export function asChoices(rows: readonly { id: string; name: string }[] = []): Choice[] {
  return rows.map(({ id, name }) => ({ value: id, label: name }));
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

/** The name of each row by its id; `…` until the lists are there. */
export function namesOf(
  ...lists: (readonly { id: string; name: string }[] | undefined)[]
): (id: string) => string {
  const names = new Map(lists.flatMap((list) => list ?? []).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '…';
}
