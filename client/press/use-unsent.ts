import { useState } from 'react';

/** What was typed and not sent, by what it is about: it is there again when that is opened again. */
const unsent = new Map<string, string>();

/** A text that outlives its place on the screen until it is sent. */
export function useUnsent(about: string): [text: string, setText: (text: string) => void] {
  const [text, setText] = useState(unsent.get(about) ?? '');
  return [
    text,
    (next) => {
      if (next === '') unsent.delete(about);
      else unsent.set(about, next);
      setText(next);
    },
  ];
}
