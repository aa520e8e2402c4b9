import { Box, SimpleGrid, Text, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { Absent } from './absent.tsx';
import { type Precision, precisionMark } from './chart-series.ts';

/** What a figure is compared with. */
export interface Compared {
  value: number | null;
  /** Of when it is, in words. */
  period: string;
  /** Why there is nothing to compare with, where that is to be said. */
  absence?: string;
}

interface FigureProps {
  label: string;
  /** Absent when null. */
  value: number | null;
  /** How it is written; counts by default. */
  write?: (value: number) => string;
  precision?: Precision;
  /** What it does not count, in words, where it is not whole: it is marked. */
  partial?: string | undefined;
  /** The same figure of the period it is compared to, and that period in words. */
  before?: Compared | undefined;
  /** Where it comes from and when, in words; shown on hover and focus. */
  source?: string;
  /** Under the figure: a link to its records, a sparkline. */
  children?: ReactNode;
}

function Change({
  value,
  before,
  write,
}: {
  value: number;
  before: Compared;
  write: (value: number) => string;
}) {
  const { t } = useTranslation('ui');
  if (before.value === null) {
    return before.absence ? (
      <Text size="sm" c="dimmed">
        {before.absence}
      </Text>
    ) : null;
  }
  const change = value - before.value;
  const key = change > 0 ? 'more' : change < 0 ? 'less' : 'same';
  return (
    <Text size="sm" c="dimmed">
      {t(`figure.${key}`, { change: write(Math.abs(change)), period: before.period })}
    </Text>
  );
}

/** How an inexact figure is marked, and the words for it. */
export function usePrecisionMark(precision: Precision | undefined) {
  const { t } = useTranslation('ui');
  if (precision === 'rounded')
    return { mark: precisionMark(precision), words: t('figure.rounded'), style: undefined };
  if (precision !== 'estimated') return { mark: '', words: undefined, style: undefined };
  return {
    mark: precisionMark(precision),
    words: t('figure.estimated'),
    style: { textDecoration: 'underline dotted', textUnderlineOffset: '0.2em' },
  };
}

/** One figure: the number first, then its change in words; its source on hover and focus. */
export function Figure(props: FigureProps) {
  const { label, value, write, precision, partial, before, source, children } = props;
  const { t } = useTranslation('ui');
  const format = useFormat();
  const inWords = write ?? format.number;
  const { mark, words, style } = usePrecisionMark(precision);
  const tip = [source && t('figure.source', { source }), words].filter(Boolean).join('. ');
  return (
    <Box>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {value === null ? (
        <Text component="div" fz="1.5rem" fw={600}>
          <Absent />
        </Text>
      ) : (
        <Tooltip label={tip} disabled={tip === ''} multiline maw={320}>
          <Text
            component="div"
            fz="1.5rem"
            fw={600}
            w="fit-content"
            style={style}
            tabIndex={tip === '' ? undefined : 0}
          >
            {mark}
            {inWords(value)}
            {partial && '*'}
          </Text>
        </Tooltip>
      )}
      {value !== null && partial && (
        <Text size="sm" c="dimmed">
          * {partial}
        </Text>
      )}
      {value !== null && before && <Change value={value} before={before} write={inWords} />}
      {children}
    </Box>
  );
}

/** Figures beside one another, as many as there is room for when they are of hundreds of millions of pesos. */
export function Figures({ children }: { children: ReactNode }) {
  return (
    <SimpleGrid minColWidth="13rem" spacing="md">
      {children}
    </SimpleGrid>
  );
}
