import { api } from '../app/api.ts';
import { useWholeList } from '../app/use-whole-list.ts';
import { type Choice, useChoices, useNames } from '../ui/use-choices.ts';

/** The places of the office's list by name; `named` is kept among them also when it was removed. */
export function usePlaces(named?: { placeId: string | null; placeName: string | null }): Choice[] {
  const { data } = useWholeList(api.output.listPlaces.queryOptions);
  return useChoices(data, { id: named?.placeId, name: named?.placeName });
}

/** How each place is called, also those that were removed. */
export function usePlaceNames(): (id: string) => string {
  const { data: listed } = useWholeList(api.output.listPlaces.queryOptions);
  const { data: removed } = useWholeList((part) =>
    api.output.listPlaces.queryOptions({ ...part, removed: true }),
  );
  return useNames(listed, removed);
}
