import i18next from 'i18next';

/** The sentences of an area by their keys, in groups of any depth. */
export interface Sentences {
  [key: string]: string | Sentences;
}

/**
 * Spanish has a plural of its own for whole millions, `many`. With figures in digits it reads as any
 * other plural does, "1.000.000 filas", and its sentences are not written twice.
 */
function withMillions(words: Sentences): Sentences {
  const said: Sentences = {};
  for (const [key, text] of Object.entries(words)) {
    said[key] = typeof text === 'string' ? text : withMillions(text);
    if (key.endsWith('_other')) said[key.replace(/_other$/, '_many')] = said[key];
  }
  return said;
}

/** Adds the sentences of several areas in one language. */
export function addAreas(language: 'es' | 'en', areas: Record<string, Sentences>): void {
  for (const [area, words] of Object.entries(areas)) {
    i18next.addResourceBundle(language, area, language === 'es' ? withMillions(words) : words);
  }
}

/** Adds the sentences of a screen that arrives when it is opened, with the screen. */
export function addWords(area: string, spanish: Sentences, english: Sentences): void {
  const add = () => {
    addAreas('es', { [area]: spanish });
    addAreas('en', { [area]: english });
  };
  if (i18next.isInitialized) add();
  else i18next.on('initialized', add);
}
