import { useEffect, useState } from 'react';
import { forget, readStoredJson, store } from './browser-storage.ts';

/** What was typed into a form that was not saved, and when. */
export interface Draft<Values> {
  /** ISO instant. */
  at: string;
  values: Values;
}

const prefix = 'altavoz.draft.';
/** Pause in the typing after which what is typed is kept. */
const pauseMs = 300;

function isDraft(value: unknown): value is Draft<object> {
  if (typeof value !== 'object' || value === null) return false;
  const { at, values } = value as Partial<Draft<unknown>>;
  return typeof at === 'string' && typeof values === 'object' && values !== null;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a form of an older version kept, over what the form starts from now. */
function laidOver<Values extends Record<string, unknown>>(initial: Values, kept: object): Values {
  const entries = Object.entries(kept).filter(([name]) => name in initial);
  const laid = entries.map(([name, value]) => {
    const start = initial[name];
    return [name, isPlain(start) && isPlain(value) ? { ...start, ...value } : value];
  });
  return { ...initial, ...Object.fromEntries(laid) };
}

/** The draft of a form in this browser. @param initial what the form starts from without it. */
export function readDraft<Values extends Record<string, unknown>>(
  key: string | undefined,
  initial: Values,
): Draft<Values> | undefined {
  if (key === undefined) return undefined;
  const kept = readStoredJson(prefix + key);
  return isDraft(kept) ? { at: kept.at, values: laidOver(initial, kept.values) } : undefined;
}

/** Forgets the draft of a form: it was saved, or given up. */
export function forgetDraft(key: string | undefined): void {
  if (key !== undefined) forget(prefix + key);
}

/** Keeps what is typed as the draft of a form at once; nothing typed leaves no draft. */
export function keepDraft(key: string, values: object, isDirty: boolean): void {
  if (!isDirty) forget(prefix + key);
  else store(prefix + key, JSON.stringify({ at: new Date().toISOString(), values }));
}

/**
 * Keeps what is typed in this browser while it is unsaved, over a closed tab, an ended session and
 * a restart. A browser that keeps nothing, or has no room left, has no drafts; the form works all the same.
 */
export function useDraft(key: string | undefined, values: object, isDirty: boolean): void {
  const [start] = useState(values);
  useEffect(() => {
    if (key === undefined || values === start) return;
    const keep = () => keepDraft(key, values, isDirty);
    const timer = setTimeout(keep, pauseMs);
    // A tab that is closed within the pause keeps its last letters too.
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [key, values, isDirty, start]);
}
