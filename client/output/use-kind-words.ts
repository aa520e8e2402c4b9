import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from '../../shared/output/kind.ts';
import type { KindId } from '../../shared/output/kind-id.ts';
import { kindLabels } from '../../shared/output/kind-labels.ts';
import { api } from '../app/api.ts';

const comeWithTheProduct = Object.entries(kindLabels).map(([id, label]) => ({
  id: id as KindId,
  label: label as { one: Words; many: Words },
  isActive: true,
}));

/** The names of the kinds in the language in use; those of the office's own once the server has said them. */
export function useKindWords() {
  const { i18n } = useTranslation();
  const { data } = useQuery(api.output.listKinds.queryOptions());
  const language = i18n.language === 'en' ? 'en' : 'es';
  return useMemo(() => {
    const say = (words: Words) => words[language];
    const kinds = data ?? comeWithTheProduct;
    const byId = new Map(kinds.map((kind) => [kind.id, kind.label]));
    const name = (id: KindId, number: 'one' | 'many') => {
      const label = byId.get(id);
      return label ? say(label[number]) : '…';
    };
    return {
      say,
      one: (id: KindId) => name(id, 'one'),
      many: (id: KindId) => name(id, 'many'),
      /** The choices of a field that picks a kind to log. */
      choices: kinds
        .filter(({ isActive }) => isActive)
        .map(({ id, label }) => ({ value: id as string, label: say(label.one) })),
    };
  }, [data, language]);
}
