import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from '../../shared/output/kind.ts';
import { type OutputKindId, outputKind, outputKinds } from '../../shared/output/kinds.ts';

/** The names of the kinds in the language in use. */
export function useKindWords() {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'es';
  return useMemo(() => {
    const say = (words: Words) => words[language];
    return {
      say,
      one: (id: OutputKindId) => say(outputKind(id).label.one),
      many: (id: OutputKindId) => say(outputKind(id).label.many),
      /** The choices of a field that picks a kind. */
      choices: outputKinds.map(({ id, label }) => ({ value: id as string, label: say(label.one) })),
    };
  }, [language]);
}
