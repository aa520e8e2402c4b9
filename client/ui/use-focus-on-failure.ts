import { type RefObject, useEffect, useRef } from 'react';
import type { ClientFailure } from '../format/failure-message.ts';

/**
 * After a refused save, puts the focus where the person would look next: the first field in
 * error, or else what the form says at its top, which has `data-failure`.
 */
export function useFocusOnFailure(
  failure: ClientFailure | undefined,
): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!failure) return;
    const place =
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      form.current?.querySelector<HTMLElement>('[data-failure]');
    place?.focus();
  }, [failure]);
  return form;
}
