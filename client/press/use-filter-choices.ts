import { useTranslation } from 'react-i18next';
import { channels, mediums } from '../../shared/press/channels.ts';
import { standings as eachStanding, grades } from '../../shared/press/grading.ts';
import { formats } from '../../shared/press/measures.ts';
import { api } from '../app/api.ts';
import { useDepartments } from '../app/use-departments.ts';
import { useWholeList } from '../app/use-whole-list.ts';
import { useOutletOptions } from './use-outlet-options.ts';

/** A filter that is one of a few words, with those words. */
export interface FilterChoice {
  name:
    | 'channel'
    | 'outlet'
    | 'tone'
    | 'standing'
    | 'format'
    | 'medium'
    | 'grade'
    | 'origin'
    | 'entry'
    | 'review'
    | 'paid'
    | 'contract'
    | 'evidence'
    | 'department'
    | 'message';
  label: string;
  data: { value: string; label: string }[];
}

const tones = ['positive', 'neutral', 'negative', 'unclassified'] as const;
const standings = [...eachStanding, 'counted'] as const;
const origins = ['own_initiative', 'reactive'] as const;
const entries = ['manual', 'url', 'feed', 'import'] as const;
const reviews = ['sent_back', 'approved', 'unreviewed'] as const;

/** Each of some words with what it says. */
function options<Word extends string>(words: readonly Word[], say: (word: Word) => string) {
  return words.map((value) => ({ value, label: say(value) }));
}

/** The filters that stand above the table. */
export function useMainChoices(): FilterChoice[] {
  const { t } = useTranslation('press');
  const outlets = useOutletOptions();
  return [
    { name: 'outlet', label: t('list.outlet'), data: outlets.options },
    {
      name: 'channel',
      label: t('list.channel'),
      data: options(channels, (word) => t(`channels.${word}`)),
    },
    {
      name: 'format',
      label: t('list.format'),
      data: options(formats, (word) => t(`formats.${word}`)),
    },
    { name: 'tone', label: t('list.tone'), data: options(tones, (word) => t(`tones.${word}`)) },
    {
      name: 'standing',
      label: t('list.standing'),
      data: options(standings, (word) => t(`standings.${word}`)),
    },
  ];
}

/** The filters that are opened. */
export function useOtherChoices(): FilterChoice[] {
  const { t } = useTranslation(['table', 'press']);
  const departments = useDepartments();
  const messages = useWholeList(api.press.listKeyMessages.queryOptions);
  const saidIn = (messages.data ?? []).map(({ id, text }) => ({ value: id, label: text }));
  const yesOrNo = options(['yes', 'no'] as const, (word) => t(`has.${word}`));
  return [
    {
      name: 'medium',
      label: t('filters.medium'),
      data: options(mediums, (word) => t(`press:mediums.${word}`)),
    },
    {
      name: 'grade',
      label: t('columns.grade'),
      data: options(grades, (word) => t(`press:grades.${word}`)),
    },
    { name: 'department', label: t('columns.department'), data: departments },
    {
      name: 'origin',
      label: t('columns.origin'),
      data: options(origins, (word) => t(`origins.${word}`)),
    },
    {
      name: 'review',
      label: t('columns.review'),
      data: options(reviews, (word) => t(`reviews.${word}`)),
    },
    {
      name: 'entry',
      label: t('columns.entry'),
      data: options(entries, (word) => t(`entries.${word}`)),
    },
    { name: 'message', label: t('lacks.key_message'), data: saidIn },
    { name: 'evidence', label: t('filters.evidence'), data: yesOrNo },
    { name: 'contract', label: t('filters.contract'), data: yesOrNo },
    { name: 'paid', label: t('filters.paid'), data: yesOrNo },
  ];
}
