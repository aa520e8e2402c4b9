import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readStored, store } from '../app/preferences.ts';
import { entrance as entranceEn } from './en/entrance.ts';
import { failures as failuresEn } from './en/failures.ts';
import { entrance as entranceEs } from './es/entrance.ts';
import { failures as failuresEs } from './es/failures.ts';

export const languages = ['es', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language in use. */
export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'es';
}

/** Changes the language of every screen and keeps it for the next visit. */
export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'es' ? 'es-CO' : 'en';
  store('altavoz-language', language);
}

/** Starts the words of the entrance; the rest join when somebody has signed in. */
export async function startWords(): Promise<void> {
  const language = readStored('altavoz-language') === 'en' ? 'en' : 'es';
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'es',
    defaultNS: 'ui',
    resources: {
      es: { entrance: entranceEs, failures: failuresEs },
      en: { entrance: entranceEn, failures: failuresEn },
    },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = language === 'es' ? 'es-CO' : 'en';
}
