import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { detailFields } from '../../shared/output/detail-fields.ts';
import { outputKinds } from '../../shared/output/kinds.ts';
import type { KindRow } from '../../shared/output/rows.ts';
import { api } from '../app/api.ts';

const comeWithTheProduct = outputKinds.map(
  (kind): KindRow => ({
    id: kind.id,
    version: null,
    label: kind.label,
    fields: detailFields(kind),
    isOwn: false,
    isActive: true,
  }),
);

/** Every kind of output with its fields; those of the office's own once the server has named them. */
export function useKinds() {
  const { data } = useQuery(api.output.listKinds.queryOptions());
  return useMemo(() => {
    const kinds = data ?? comeWithTheProduct;
    return { kinds, byId: new Map(kinds.map((kind) => [kind.id, kind])) };
  }, [data]);
}
