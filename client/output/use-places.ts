import { useMemo } from 'react';
import { api } from '../app/api.ts';
import { useWholeList } from '../app/use-whole-list.ts';
import { asChoices, type Choice, namesOf, withHeld } from '../ui/choices.ts';

/** The places of the office's list by name; `named` is kept among them also when it was removed. */
export function usePlaces(named?: { placeId: string | null; placeName: string | null }): Choice[] {
  const { data } = useWholeList(api.output.listPlaces.queryOptions);
  const id = named?.placeId;
  const name = named?.placeName;
  return useMemo(
    () => withHeld(asChoices(data), id && name ? [id] : [], () => name ?? ''),
    [data, id, name],
  );
}

/** How each place is called, also those that were removed. */
export function usePlaceNames(): (id: string) => string {
  const { data: listed } = useWholeList(api.output.listPlaces.queryOptions);
  const { data: removed } = useWholeList((part) =>
    api.output.listPlaces.queryOptions({ ...part, removed: true }),
  );
  return useMemo(() => namesOf(listed, removed), [listed, removed]);
}
