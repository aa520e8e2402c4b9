import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from '../../shared/output/kind.ts';
import { kindLabels } from '../../shared/output/kind-labels.ts';
import type { OutputKindId } from '../../shared/output/kinds.ts';

/** The names of the kinds in the language in use. */
export function useKindWords() {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'es';
  return useMemo(() => {
    const say = (words: Words) => words[language];
    return {
      say,
      one: (id: OutputKindId) => say(kindLabels[id].one),
      many: (id: OutputKindId) => say(kindLabels[id].many),
      /** The choices of a field that picks a kind. */
      choices: Object.entries(kindLabels).map(([value, { one }]) => ({ value, label: say(one) })),
    };
  }, [language]);
}
