import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricBreak } from '../../shared/social/metric-breaks.ts';
import { networkNames } from '../../shared/social/networks.ts';
import { useFormat } from '../format/use-format.ts';
import { type ChartNote, placeNotes } from './chart-notes.ts';
import type { Days, Grain } from './growth-days.ts';
import type { NamedPage } from './page-names.ts';
import { useAnnotations } from './use-annotations.ts';
import { useDayRange } from './use-days.ts';

interface Charted {
  pages: readonly NamedPage[];
  days: Days;
  categories: readonly string[];
  grain: Grain;
  breaks: readonly MetricBreak[];
}

/** What is marked on a chart of some pages: the office's notes, and the days on which a network redefined the figure. */
export function useChartNotes({ pages, days, categories, grain, breaks }: Charted): ChartNote[] {
  const { t } = useTranslation(['pages', 'social']);
  const format = useFormat();
  const inDays = useDayRange();
  const ids = useMemo(() => pages.map(({ id }) => id), [pages]);
  const annotations = useAnnotations(ids, days);
  return useMemo(() => {
    const written = annotations.map((annotation) => {
      const { id, fromDay, toDay, kind, text } = annotation;
      const words = t('notes.label', {
        days: inDays({ from: fromDay, to: toDay }),
        kind: t(`notes.kinds.${kind}`),
        text,
      });
      return { id, fromDay, toDay, label: words, annotation };
    });
    const redefined = breaks.map(({ network, metric, day, code }) => ({
      id: `${network} ${metric} ${day}`,
      fromDay: day,
      toDay: day,
      label: t('notes.redefined', {
        day: format.day(day),
        network: networkNames[network],
        metric: t(`social:metrics.${metric}`),
        before: t(`social:redefinitions.${code}.before`),
        since: t(`social:redefinitions.${code}.since`),
      }),
    }));
    const once = new Map(redefined.map((one) => [one.id, one]));
    return placeNotes([...written, ...once.values()], categories, grain);
  }, [annotations, breaks, categories, grain, t, format, inDays]);
}
