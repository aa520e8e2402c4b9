import { Button, TextInput, type TextInputProps } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  exampleFigure,
  type FigureKind,
  type FigureLimits,
  readFigure,
  writeFigure,
} from '../../shared/numbers/figure.ts';
import type { NumberReading } from '../../shared/numbers/read-number.ts';
import { useFormat } from '../format/use-format.ts';

export interface FigureInputProps
  extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'type' | 'inputMode'> {
  kind: FigureKind;
  limits?: FigureLimits | undefined;
  text: string;
  onText(text: string): void;
}

/** What is wrong with a figure that cannot be read, with an example of one that can. */
function useRefusalWords(kind: FigureKind): (reading: NumberReading) => string | undefined {
  const { t } = useTranslation('ui');
  const { locale } = useFormat();
  const example = exampleFigure(kind, locale);
  return (reading) => {
    if ('ambiguous' in reading) return t('number.ask');
    if (!('refused' in reading)) return undefined;
    if (reading.refused === 'not_a_number' && kind === 'duration') {
      return t('number.no_duration', { example });
    }
    return t(`number.${reading.refused}`, { example });
  };
}

/** The two figures that something typed may be, to choose from. */
function BothReadings({
  readings,
  onPick,
}: {
  readings: readonly string[];
  onPick(text: string): void;
}) {
  return readings.map((reading) => (
    <Button
      key={reading}
      size="compact-xs"
      variant="default"
      ml={6}
      onClick={() => onPick(reading)}
    >
      {reading}
    </Button>
  ));
}

/**
 * Where a figure is typed. It keeps every key; left, it says beside it what cannot be read, and asks
 * where two figures may be meant. Its form sends nothing meanwhile (`showUnread`).
 */
export function FigureInput(props: FigureInputProps) {
  const { kind, limits, text, onText, error, onBlur, onFocus, styles, ...rest } = props;
  const { locale } = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [isLeft, setLeft] = useState(false);
  const reading = readFigure(text, kind, locale, limits);
  const problem = useRefusalWords(kind)(reading);
  useLayoutEffect(() => input.current?.setCustomValidity(problem ?? ''), [problem]);
  const readings = 'ambiguous' in reading ? reading.ambiguous : [];
  const asked: ReactNode = readings.length > 0 && (
    <BothReadings
      readings={readings.map((value) => writeFigure(value, kind, locale))}
      onPick={(picked) => {
        onText(picked);
        input.current?.focus();
      }}
    />
  );
  const shown =
    isLeft && problem ? (
      <>
        {problem}
        {asked}
      </>
    ) : (
      error
    );
  return (
    <TextInput
      ref={input}
      inputMode="decimal"
      autoComplete="off"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...rest}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      onFocus={onFocus}
      onBlur={(event) => {
        setLeft(true);
        onBlur?.(event);
      }}
      onInvalid={(event) => {
        event.preventDefault();
        setLeft(true);
      }}
      error={shown}
      styles={{ ...(typeof styles === 'object' ? styles : {}), input: { textAlign: 'right' } }}
    />
  );
}
