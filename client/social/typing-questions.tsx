import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { networkNames } from '../../shared/social/networks.ts';
import type { FigureBesideLast, TypingQuestion } from '../../shared/social/typing-questions.ts';
import { useFormat } from '../format/use-format.ts';
import type { Typing } from './use-typing.ts';

function useQuestionWords(typing: Typing): (question: TypingQuestion) => string {
  const { t } = useTranslation(['typing', 'social']);
  const format = useFormat();
  const nameOf = ({ pageId, metric }: FigureBesideLast) => {
    const row = typing.rowOf(pageId, metric);
    return row ? `${row.title} (${networkNames[row.network]})` : '';
  };
  const before = ({ last }: FigureBesideLast) => (last ? format.number(last.value) : '');
  return (question) => {
    if (question.asks === 'jump') {
      const { figure } = question;
      return t('typing:questions.jump', {
        page: nameOf(figure),
        metric: t(`social:metrics.${figure.metric}`),
        before: before(figure),
        day: figure.last ? format.day(figure.last.day) : '',
        value: format.number(figure.value),
      });
    }
    const [one, other] = question.figures;
    return t('typing:questions.swap', {
      metric: t(`social:metrics.${one.metric}`),
      one: nameOf(one),
      oneValue: format.number(one.value),
      oneBefore: before(one),
      other: nameOf(other),
      otherValue: format.number(other.value),
      otherBefore: before(other),
    });
  };
}

function keyOf(question: TypingQuestion): string {
  const figures = question.asks === 'swap' ? question.figures : [question.figure];
  return figures.map(({ pageId, metric }) => `${pageId} ${metric}`).join(' ');
}

/** What the server asks before it keeps figures that jump or look swapped; the answer is the person's. */
export function TypingQuestions({ typing }: { typing: Typing }) {
  const { t } = useTranslation('typing');
  const inWords = useQuestionWords(typing);
  const place = useRef<HTMLDivElement>(null);
  const { questions } = typing;
  useEffect(() => {
    if (questions.length > 0) place.current?.focus();
  }, [questions]);
  if (questions.length === 0) return null;
  return (
    <Alert
      ref={place}
      tabIndex={-1}
      role="alertdialog"
      variant="light"
      title={t('questions.title')}
      aria-label={t('questions.title')}
    >
      <Stack gap="sm">
        <Text size="sm">{t('questions.text')}</Text>
        <List size="sm" spacing="xs">
          {questions.map((question) => (
            <List.Item key={keyOf(question)}>
              {inWords(question)}
              {question.asks === 'swap' && (
                <Button
                  size="compact-sm"
                  variant="default"
                  ml="xs"
                  onClick={() => typing.swapBack(question.figures)}
                >
                  {t('questions.swapBack')}
                </Button>
              )}
            </List.Item>
          ))}
        </List>
        <Group gap="xs">
          <Button variant="default" onClick={typing.review}>
            {t('questions.review')}
          </Button>
          <Button onClick={() => typing.save(true)} loading={typing.isSaving}>
            {t('questions.sure')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
