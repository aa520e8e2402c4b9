import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { networkNames } from '../../shared/social/networks.ts';
import { readTypedFigure, type TypedFigure } from '../../shared/social/typed-figure.ts';
import type { TypingCell, TypingRow } from '../../shared/social/typing.ts';
import { isJump } from '../../shared/social/typing-questions.ts';
import { useFormat } from '../format/use-format.ts';
import { FigureInput } from '../ui/figure-input.tsx';

interface TypingFieldProps {
  row: TypingRow;
  cell: TypingCell;
  day: string;
  text: string;
  onType(text: string): void;
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
}

/** How what is typed stands to the last figure, in words. */
function useChangeWords({ row, cell, day }: TypingFieldProps) {
  const { t } = useTranslation('typing');
  const format = useFormat();
  return (typed: TypedFigure): ReactNode => {
    if (!('value' in typed)) return null;
    const { metric, last } = cell;
    const parts =
      typed.precision === 'exact' ? [] : [t('rounded', { value: format.number(typed.value) })];
    if (!last) return <div>{parts.join('')}</div>;
    const by = typed.value - last.value;
    const share = last.value === 0 ? undefined : format.share(by / last.value);
    const change =
      by === 0
        ? t('same')
        : share === undefined
          ? format.change(by)
          : t('change', { change: format.change(by), share });
    if (!isJump({ pageId: row.pageId, metric, value: typed.value, last }, day)) {
      return <div>{[...parts, change].join(' · ')}</div>;
    }
    return (
      <Text component="div" inherit fw={600} c="var(--mantine-color-text)">
        <IconAlertTriangle size={13} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
        {[...parts, t('jump', { change })].join(' · ')}
      </Text>
    );
  };
}

/** The last figure, and what the network or somebody says already of this day. */
function KnownWords({ cell }: { cell: TypingCell }) {
  const { t } = useTranslation('typing');
  const format = useFormat();
  const { last, known, typed } = cell;
  return (
    <>
      {last
        ? t('last', { value: format.number(last.value), day: format.day(last.day) })
        : t('noLast')}
      {typed && <div>{t('typedBefore', { value: format.number(typed.value) })}</div>}
      {known && <div>{t('known', { value: format.number(known.value) })}</div>}
    </>
  );
}

/** Where one figure is typed, with the last one and how far from it this one is. */
export function TypingField(props: TypingFieldProps) {
  const { row, cell, text, onType, onKeyDown } = props;
  const { t } = useTranslation(['typing', 'social']);
  const changeInWords = useChangeWords(props);
  const { locale } = useFormat();
  const typed = readTypedFigure(text, locale);
  return (
    <FigureInput
      kind="whole"
      aria-label={t('typing:cell', {
        metric: t(`social:metrics.${cell.metric}`),
        title: row.title,
        network: networkNames[row.network],
      })}
      text={text}
      onText={onType}
      miw={140}
      onKeyDown={onKeyDown}
      description={
        <>
          {'value' in typed && changeInWords(typed)}
          <KnownWords cell={cell} />
        </>
      }
      inputWrapperOrder={['input', 'description', 'error']}
      styles={{ description: { textAlign: 'right' } }}
      data-figure
    />
  );
}
