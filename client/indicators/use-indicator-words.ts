import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type RuleMeasure, whatOf } from '../../shared/indicators/measures.ts';
import type { IndicatorFigure } from '../../shared/indicators/rows.ts';
import type { CountingRule, IndicatorMethod, Unit } from '../../shared/indicators/schemas.ts';
import { networkNames } from '../../shared/social/networks.ts';
import { useDepartmentNames } from '../app/use-departments.ts';
import { useFormat } from '../format/use-format.ts';
import { useKindWords } from '../output/use-kind-words.ts';
import { usePlaceNames } from '../output/use-places.ts';

const wordOf = (measure: RuleMeasure) => (measure === 'output' ? 'counts' : measure);

/** Writes the figures of indicators: exact text, with the sign of its unit. */
export function useFigures() {
  const { t } = useTranslation('indicators');
  const format = useFormat();
  return useMemo(() => {
    const decimals = (text: string) => text.split('.')[1]?.length ?? 0;
    const plain = (text: string) =>
      format.number(Number(text), { decimals: Math.min(2, decimals(text)) });
    const write = (text: string, unit: Unit) => {
      if (unit === 'pesos') return format.money(Math.round(Number(text)));
      return unit === 'percent' ? t('percent', { value: plain(text) }) : plain(text);
    };
    const why = ({ missing }: IndicatorFigure) => (missing ? t(`missing.${missing}`) : undefined);
    return { plain, write, why, percent: (text: string) => t('percent', { value: plain(text) }) };
  }, [format, t]);
}

/** A rule in words: "Cuenta eventos y piezas gráficas de la Secretaría de la Mujer". */
export function useMethodWords(): (method: IndicatorMethod) => string {
  const { t, i18n } = useTranslation('indicators');
  const kinds = useKindWords();
  const departmentName = useDepartmentNames();
  const placeName = usePlaceNames();
  return useMemo(() => {
    const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
    const pagesOf = ({ network, pageIds }: CountingRule) => {
      if (pageIds.length > 0) return t('rule.ofPages', { count: pageIds.length });
      return network === null
        ? t('rule.ofAllPages')
        : t('rule.ofNetwork', { network: networkNames[network] });
    };
    const inWords = (rule: CountingRule) => {
      const { measure } = rule;
      if (whatOf(measure) !== 'output') return t(`rule.${wordOf(measure)}`, { of: pagesOf(rule) });
      const what =
        rule.kinds.length === 0
          ? t('rule.everything')
          : list.format(rule.kinds.map((kind) => kinds.many(kind).toLocaleLowerCase()));
      const departmentNames = rule.departmentIds.map(departmentName);
      const placeNames = rule.placeIds.map(placeName);
      const parts = [
        t(`rule.${wordOf(measure)}`, { what }),
        departmentNames.length > 0 && t('rule.of', { names: list.format(departmentNames) }),
        placeNames.length > 0 && t('rule.in', { names: list.format(placeNames) }),
        rule.responsible && t('rule.by', { name: rule.responsible }),
        rule.words && t('rule.named', { words: rule.words }),
      ];
      return parts.filter(Boolean).join(' ');
    };
    return (method) => {
      if (method.type === 'rule') return `${inWords(method.rule)}.`;
      if (method.type === 'formula') return t('rule.formula', { formula: method.formula });
      return t(`rule.typed_${method.yearly}`);
    };
  }, [t, i18n.language, kinds, departmentName, placeName]);
}
