import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { UseMutationOptions } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/failure.ts';
import type { KindId } from '../../shared/output/kind-id.ts';
import { failureOf } from '../format/failure-message.ts';
import { useFormat } from '../format/use-format.ts';
import { useKindWords } from './use-kind-words.ts';

type Facts = Extract<Failure, { code: 'total_and_records' }>;

/** Asks on screen; absent where no screen that can ask is shown. */
let asker: ((facts: Facts) => Promise<boolean>) | undefined;

/**
 * A write that may make a month count its records and its total together: where the server holds it,
 * the person is told of both figures, and it is sent again only once they chose so.
 */
export function countingBoth<Data, Problem, Input extends { countsBoth?: boolean }, Kept>(
  options: UseMutationOptions<Data, Problem, Input, Kept>,
): UseMutationOptions<Data, Problem, Input, Kept> {
  const { mutationFn } = options;
  if (!mutationFn) return options;
  return {
    ...options,
    async mutationFn(input, within) {
      try {
        return await mutationFn(input, within);
      } catch (error) {
        const failure = failureOf(error);
        if (failure.code !== 'total_and_records' || !(await asker?.(failure))) throw error;
        return mutationFn({ ...input, countsBoth: true }, within);
      }
    },
  };
}

interface Asked {
  facts: Facts;
  answer(agrees: boolean): void;
}

/** The question whether a month is to count its records and its total together. */
export function BothQuestion() {
  const { t } = useTranslation(['output', 'ui']);
  const format = useFormat();
  const words = useKindWords();
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => {
    const ask = (facts: Facts) =>
      new Promise<boolean>((answer) => {
        setAsked({ facts, answer });
      });
    asker = ask;
    return () => {
      if (asker === ask) asker = undefined;
    };
  }, []);
  if (!asked) return null;
  const { month, kind, records, total } = asked.facts;
  function close(agrees: boolean): void {
    asked?.answer(agrees);
    setAsked(undefined);
  }
  return (
    <Modal
      opened
      onClose={() => close(false)}
      title={t('both.title')}
      zIndex={400}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack>
        <Text>
          {t('both.ask', {
            month: format.longMonth(month),
            kind: words.many(kind as KindId),
            total: format.number(total),
            records: format.number(records),
            sum: format.number(total + records),
          })}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => close(false)}>
            {t('both.leave')}
          </Button>
          <Button onClick={() => close(true)}>{t('both.agree')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
