import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../app/api.ts';
import { asChoices, type Choice, namesOf, withHeld } from '../ui/choices.ts';

const whole = { pageSize: 200 };

/** The places of the office's list by name; `named` is kept among them also when it was removed. */
export function usePlaces(named?: { placeId: string | null; placeName: string | null }): Choice[] {
  const { data } = useQuery(api.output.listPlaces.queryOptions(whole));
  const id = named?.placeId;
  const name = named?.placeName;
  return useMemo(
    () => withHeld(asChoices(data?.rows), id && name ? [id] : [], () => name ?? ''),
    [data, id, name],
  );
}

/** How each place is called, also those that were removed. */
export function usePlaceNames(): (id: string) => string {
  const { data: listed } = useQuery(api.output.listPlaces.queryOptions(whole));
  const { data: removed } = useQuery(
    api.output.listPlaces.queryOptions({ ...whole, removed: true }),
  );
  return useMemo(() => namesOf(listed, removed), [listed, removed]);
}
