import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/failure.ts';
import type { KindId } from '../../shared/output/kind-id.ts';
import { Channel } from '../../shared/press/channels.ts';
import { useFormat } from '../format/use-format.ts';
import { useKindWords } from '../output/use-kind-words.ts';
import type { Question } from './asked-choices.ts';

/** What would be counted twice, in words: a channel of free press, or a kind of output. */
function usePartWords(): (kind: string) => string {
  const { t } = useTranslation('press');
  const words = useKindWords();
  return (kind) => {
    const { data: channel } = Channel.safeParse(kind);
    return channel ? t(`channels.${channel}`) : words.many(kind as KindId);
  };
}

type Both = Extract<Failure, { code: 'total_and_records' }>;

/** Asks before a month counts its records and its total together. */
export function CountBothDialog({ failure, answer }: Question<Both>) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const partWords = usePartWords();
  const { month, kind, records, total } = failure;
  return (
    <Modal
      opened
      onClose={() => answer()}
      title={t('countBoth.title')}
      centered
      zIndex={400}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text mb="md">
        {t('countBoth.ask', {
          part: partWords(kind),
          month: format.longMonth(month),
          total: format.number(total),
          records: format.number(records),
          sum: format.number(total + records),
        })}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => answer({ countsBoth: true })}>
          {t('countBoth.agree')}
        </Button>
        <Button onClick={() => answer()} data-autofocus>
          {t('countBoth.refuse')}
        </Button>
      </Group>
    </Modal>
  );
}
