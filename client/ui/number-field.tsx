import { useState } from 'react';
import {
  isWholeKind,
  readFigure,
  type WholeKind,
  writeFigure,
} from '../../shared/numbers/figure.ts';
import { useFormat } from '../format/use-format.ts';
import { FigureInput, type FigureInputProps } from './figure-input.tsx';

type TextKind = Exclude<FigureInputProps['kind'], WholeKind>;

type NumberFieldProps = Omit<FigureInputProps, 'kind' | 'text' | 'onText'> &
  (
    | { kind: WholeKind; value?: number | null; onChange?(value: number | null): void }
    | { kind: TextKind; value?: string | null; onChange?(value: string | null): void }
  );

/**
 * A field of one figure: a number where figures are whole, else exact decimal text; null while
 * nothing is typed, or nothing that can be read. Left, it shows its figure as the product writes it.
 */
export function NumberField({ value, onChange, onBlur, ...rest }: NumberFieldProps) {
  const { kind, limits } = rest;
  const { locale } = useFormat();
  const [typed, setTyped] = useState<{ text: string; value: string | null; locale: string }>();
  const given = value === null || value === undefined ? null : String(value);
  const write = (figure: string | null) =>
    figure === null ? '' : writeFigure(figure, kind, locale);
  const isAsTyped = typed !== undefined && typed.value === given && typed.locale === locale;
  const text = isAsTyped ? typed.text : write(given);
  function type(next: string): void {
    const reading = readFigure(next, kind, locale, limits);
    const figure = 'number' in reading ? reading.number.value : null;
    setTyped({ text: next, value: figure, locale });
    if (figure === given) return;
    const tell = onChange as ((figure: number | string | null) => void) | undefined;
    tell?.(figure !== null && isWholeKind(kind) ? Number(figure) : figure);
  }
  return (
    <FigureInput
      {...rest}
      text={text}
      onText={type}
      onBlur={(event) => {
        if (given !== null) setTyped({ text: write(given), value: given, locale });
        onBlur?.(event);
      }}
    />
  );
}
