import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../app/api.ts';

/** The places of the office's list by name; `named` is kept among them also when it was removed. */
export function usePlaces(named?: { placeId: string | null; placeName: string | null }) {
  const { data } = useQuery(api.output.listPlaces.queryOptions({ pageSize: 200 }));
  const id = named?.placeId;
  const name = named?.placeName;
  return useMemo(() => {
    const listed = (data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }));
    if (!id || !name || listed.some(({ value }) => value === id)) return listed;
    return [...listed, { value: id, label: name }];
  }, [data, id, name]);
}
