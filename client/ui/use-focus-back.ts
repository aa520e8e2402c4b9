import { useEffect, useRef } from 'react';

/** Once what was open closes, puts the focus back where it was before; what is mounted open would lose it. */
export function useFocusBack(isOpen = true): void {
  const from = useRef<Element | null>(null);
  if (isOpen) from.current ??= document.activeElement;
  useEffect(() => {
    if (!isOpen) return;
    return () => {
      const place = from.current;
      from.current = null;
      setTimeout(() => {
        const isLost = document.activeElement === document.body;
        if (isLost && place instanceof HTMLElement && place.isConnected) place.focus();
      });
    };
  }, [isOpen]);
}
