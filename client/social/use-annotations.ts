import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AnnotationRow } from '../../shared/social/figure-rows.ts';
import { api } from '../app/api.ts';
import type { Days } from './growth-days.ts';

/** The notes over some days that concern these pages, or all pages. */
export function useAnnotations(pageIds: readonly string[], { from, to }: Days): AnnotationRow[] {
  const pageId = pageIds.length === 1 ? pageIds[0] : undefined;
  const { data } = useQuery(api.social.listAnnotations.queryOptions({ from, to, pageId }));
  return useMemo(
    () => (data ?? []).filter((note) => note.pageId === null || pageIds.includes(note.pageId)),
    [data, pageIds],
  );
}
