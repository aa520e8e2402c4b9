import { useEffect, useState } from 'react';
import { forget, readStoredJson, store } from './browser-storage.ts';

/** What was typed into a form that was not saved, and when. */
export interface Draft<Values> {
  /** ISO instant. */
  at: string;
  values: Values;
  /** Whether all of it could be read; what an older version kept in another way is left out. */
  isWhole: boolean;
}

const prefix = 'altavoz.draft.';
/** Pause in the typing after which what is typed is kept. */
const pauseMs = 300;

function isDraft(value: unknown): value is Pick<Draft<object>, 'at' | 'values'> {
  if (typeof value !== 'object' || value === null) return false;
  const { at, values } = value as Partial<Draft<unknown>>;
  return typeof at === 'string' && typeof values === 'object' && values !== null;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Whether what was kept can stand where a form starts from another value: what starts empty may hold any one
 * thing, what is chosen or typed may be emptied, and a figure may be a text or a number: its field reads it.
 */
function fits(start: unknown, kept: unknown): boolean {
  if (start === null || start === undefined) return typeof kept !== 'object';
  if (Array.isArray(start)) return Array.isArray(kept);
  const isFigureOrText = ['string', 'number'].includes(typeof start);
  return isFigureOrText
    ? kept === null || ['string', 'number'].includes(typeof kept)
    : typeof kept === typeof start;
}

interface LaidOver {
  values: Record<string, unknown>;
  isWhole: boolean;
}

/** What a form of an older version kept, over what the form starts from now, as far as it fits. */
function laidOver(initial: Record<string, unknown>, kept: object): LaidOver {
  const values = { ...initial };
  let isWhole = true;
  for (const [name, value] of Object.entries(kept)) {
    const start = initial[name];
    if (!(name in initial) || value === start) continue;
    if (isPlain(start) && isPlain(value)) {
      const inner = laidOver(start, value);
      values[name] = inner.values;
      isWhole &&= inner.isWhole;
      continue;
    }
    const isFit = !isPlain(start) && fits(start, value);
    // A text is a text: only figures are numbers, and theirs may have been texts before.
    if (isFit) values[name] = typeof start === 'string' && value !== null ? String(value) : value;
    isWhole &&= isFit;
  }
  return { values, isWhole };
}

/**
 * The draft of a form in this browser. Its figures are as they were kept, and are read by their fields.
 * @param initial what the form starts from without it.
 * @param mend puts right what can no longer be chosen.
 */
export function readDraft<Values extends Record<string, unknown>>(
  key: string | undefined,
  initial: Values,
  mend: (values: Values) => Values = (values) => values,
): Draft<Values> | undefined {
  if (key === undefined) return undefined;
  const kept = readStoredJson(prefix + key);
  if (!isDraft(kept)) return undefined;
  const { values, isWhole } = laidOver(initial, kept.values);
  const mended = mend(values as Values);
  return { at: kept.at, values: mended, isWhole: isWhole && mended === values };
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
