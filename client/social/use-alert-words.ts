import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInZone } from '../../shared/calendar/day.ts';
import type { AlertRow, AlertRuleFields } from '../../shared/social/alerts.ts';
import { networkNames } from '../../shared/social/networks.ts';
import { actFor } from '../../shared/social/remedy.ts';
import { useToday } from '../app/self.tsx';
import { type Format, useFormat } from '../format/use-format.ts';

type Facts = AlertRow['facts'];
type Of<Kind extends Facts['kind']> = Extract<Facts, { kind: Kind }>;

const figureWords = (
  { value, precision }: Of<'followers_fall'>['from'],
  { number }: Pick<Format, 'number'>,
) => `${precision === 'exact' ? '' : '≈\u00a0'}${number(value)}`;

/** A sentence for what each kind of alert was raised for. */
function useFactWords(): (facts: Facts) => string {
  const { t } = useTranslation(['alerts', 'pulls', 'social']);
  const { timeZone } = useToday();
  const format = useFormat();
  return useMemo(() => {
    const fall = ({ from, to }: Of<'followers_fall'>) =>
      t('facts.fall', {
        lost: format.share((from.value - to.value) / from.value),
        from: figureWords(from, format),
        fromDay: format.day(from.day),
        to: figureWords(to, format),
        toDay: format.day(to.day),
      });
    const silence = ({ lastPostDay: day }: Of<'no_post'>) =>
      day === null ? t('facts.silenceNever') : t('facts.silence', { day: format.day(day) });
    const failing = ({ parts }: Of<'pull_failing'>) => {
      const lines = parts.map(({ part, since }) =>
        t('facts.failing', { part: t(`pulls:steps.parts.${part}`), day: format.day(since) }),
      );
      const reasons = parts.flatMap(({ reason }) =>
        reason === null
          ? []
          : [t(`social:health.reasons.${reason}`), t(`social:health.acts.${actFor(reason)}`)],
      );
      return [...lines, ...new Set(reasons)].join(' ').trim();
    };
    const token = ({ isDead, expiresAt }: Of<'token_expiring'>) =>
      isDead || expiresAt === null
        ? t('facts.tokenDead')
        : t('facts.tokenEnds', { day: format.day(dayInZone(new Date(expiresAt), timeZone)) });
    return (facts) => {
      if (facts.kind === 'followers_fall') return fall(facts);
      if (facts.kind === 'no_post') return silence(facts);
      return facts.kind === 'pull_failing' ? failing(facts) : token(facts);
    };
  }, [t, format, timeZone]);
}

/** What alerts and their rules say, in sentences. */
export function useAlertWords() {
  const { t } = useTranslation('alerts');
  const what = useFactWords();
  const { share } = useFormat();
  return useMemo(
    () => ({
      what,
      /** What the alert is of: its page, or its connection. */
      title: ({ title, network }: Pick<AlertRow, 'title' | 'network'>) =>
        title || t('connection', { network: networkNames[network] }),
      /** When a rule tells. */
      rule: ({ kind, days, percent }: Pick<AlertRuleFields, 'kind' | 'days' | 'percent'>) =>
        t(`rules.sentences.${kind}`, { count: days, percent: share((percent ?? 0) / 100) }),
    }),
    [t, what, share],
  );
}
