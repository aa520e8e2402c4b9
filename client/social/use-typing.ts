import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberLocale } from '../../shared/numbers/locale.ts';
import type { Metric } from '../../shared/social/metrics.ts';
import { readTypedFigure } from '../../shared/social/typed-figure.ts';
import type { TypingRow } from '../../shared/social/typing.ts';
import type { TypingQuestion } from '../../shared/social/typing-questions.ts';
import { api } from '../app/api.ts';
import { type ClientFailure, failureOf } from '../format/failure-message.ts';
import { useFormat } from '../format/use-format.ts';
import { showDone } from '../ui/undo-toast.tsx';

/** What somebody typed for a page and metric, and is not kept yet. */
interface Draft {
  row: TypingRow;
  metric: Metric;
  text: string;
}

const keyOf = (pageId: string, metric: Metric) => `${pageId} ${metric}`;

/** The figures that drafts come to; nothing when one of them is no figure. */
function figuresOf(drafts: ReadonlyMap<string, Draft>, locale: NumberLocale) {
  const figures = [];
  for (const { row, metric, text } of drafts.values()) {
    const typed = readTypedFigure(text, locale);
    if ('refused' in typed) return undefined;
    if ('value' in typed) figures.push({ ...typed, pageId: row.pageId, metric });
  }
  return figures;
}

/** What is typed until the server has it, from page to page of the grid; and what the server asks about it. */
export function useTyping(day: string) {
  const { t } = useTranslation('typing');
  const { locale } = useFormat();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const [questions, setQuestions] = useState<TypingQuestion[]>([]);
  const [failure, setFailure] = useState<ClientFailure>();
  const { mutateAsync: store, isPending } = useMutation(api.social.typeSnapshots.mutationOptions());

  function keep(next: ReadonlyMap<string, Draft>): void {
    setDrafts(next);
    setQuestions([]);
    setFailure(undefined);
  }

  function type(row: TypingRow, metric: Metric, text: string): void {
    const next = new Map(drafts);
    if (text.trim() === '') next.delete(keyOf(row.pageId, metric));
    else next.set(keyOf(row.pageId, metric), { row, metric, text });
    keep(next);
  }

  function swapBack([one, other]: Extract<TypingQuestion, { asks: 'swap' }>['figures']): void {
    const keys = [keyOf(one.pageId, one.metric), keyOf(other.pageId, other.metric)] as const;
    const [first, second] = [drafts.get(keys[0]), drafts.get(keys[1])];
    if (!first || !second) return;
    const swapped = new Map(drafts)
      .set(keys[0], { ...first, text: second.text })
      .set(keys[1], { ...second, text: first.text });
    keep(swapped);
  }

  /** Sends what was typed. Tells whether everything typed is a figure. */
  async function save(areSure = false): Promise<boolean> {
    const figures = figuresOf(drafts, locale);
    if (!figures) return false;
    if (figures.length === 0 || isPending) return true;
    setFailure(undefined);
    try {
      const answer = await store({ day, figures, areSure });
      setQuestions(answer.questions);
      if (answer.questions.length > 0) return true;
      setDrafts(new Map());
      showDone(t('saved', { count: answer.stored }));
    } catch (error) {
      setFailure(failureOf(error));
    }
    return true;
  }

  return {
    count: drafts.size,
    isSaving: isPending,
    questions,
    failure,
    textOf: (pageId: string, metric: Metric) => drafts.get(keyOf(pageId, metric))?.text ?? '',
    rowOf: (pageId: string, metric: Metric) => drafts.get(keyOf(pageId, metric))?.row,
    type,
    save,
    swapBack,
    clear: () => keep(new Map()),
    review: () => setQuestions([]),
  };
}

export type Typing = ReturnType<typeof useTyping>;
