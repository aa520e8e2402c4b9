import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { formatNumber } from '../format/number.ts';
import { readStored, store } from '../ui/browser-storage.ts';
import { addAreas } from './add-words.ts';
import { entrance } from './es/entrance.ts';
import { failures } from './es/failures.ts';

const languages = ['es', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language in use. */
export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'es';
}

async function use(language: Language): Promise<void> {
  if (language === 'en') {
    const { addEnglishWords } = await import('./add-english-words.ts');
    addEnglishWords();
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'es' ? 'es-CO' : 'en';
}

/** Changes the language of every screen and keeps it for the next visit. */
export async function changeLanguage(language: Language): Promise<void> {
  await use(language);
  store('altavoz-language', language);
}

/** Writes every `{{count}}` as the language groups digits, `20.000 filas`; other values stay as given. */
const counts = {
  type: 'formatter',
  format: (value, _, language, options) =>
    typeof value === 'number' && options?.interpolationkey === 'count'
      ? formatNumber(value, language === 'en' ? 'en-US' : 'es-CO')
      : value,
} as const satisfies Partial<FormatterModule>;

/** Starts the words of the entrance; the rest join when somebody has signed in. */
export async function startWords(): Promise<void> {
  await i18next
    .use(counts)
    .use(initReactI18next)
    .init({
      lng: 'es',
      fallbackLng: 'es',
      defaultNS: 'ui',
      resources: {},
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { useSuspense: false },
    });
  addAreas('es', { entrance, failures });
  await use(readStored('altavoz-language') === 'en' ? 'en' : 'es');
}
