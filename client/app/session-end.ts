import { useSyncExternalStore } from 'react';

let isEnded = false;
const listeners = new Set<() => void>();

function set(value: boolean): void {
  if (isEnded === value) return;
  isEnded = value;
  for (const listener of listeners) listener();
}

/** Opens the sign-in dialog over the page, which keeps what was typed. */
export function askToSignInAgain(): void {
  set(true);
}

/** Closes it once there is a session again. */
export function sessionIsBack(): void {
  set(false);
}

/** Whether the session ended while somebody was working. */
export function useSessionEnd(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isEnded,
  );
}
