import { useEffect, useState } from 'react';
import { Exact } from '../../shared/money/exact.ts';
import {
  type FigureKind,
  isWholeKind,
  readFigure,
  type WholeKind,
  writeFigure,
} from '../../shared/numbers/figure.ts';
import type { NumberLocale } from '../../shared/numbers/locale.ts';
import { useFormat } from '../format/use-format.ts';
import { FigureInput, type FigureInputProps } from './figure-input.tsx';

type TextKind = Exclude<FigureInputProps['kind'], WholeKind>;

type NumberFieldProps = Omit<FigureInputProps, 'kind' | 'text' | 'onText'> &
  (
    | { kind: WholeKind; value?: number | null; onChange?(value: number | null): void }
    | { kind: TextKind; value?: string | null; onChange?(value: string | null): void }
  );

/** The figure that a field of a kind is given, as exact text; nothing where its form holds another thing. */
function figureGiven(value: unknown, kind: FigureKind): string | null | undefined {
  if (value === null || value === undefined) return null;
  const isFigure = isWholeKind(kind)
    ? Number.isSafeInteger(value)
    : typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value);
  return isFigure ? String(value) : undefined;
}

/** What else a form may hold, such as a draft of an older version, as somebody would type it. */
function textOf(value: unknown, { kind, locale }: { kind: FigureKind; locale: NumberLocale }) {
  if (typeof value === 'string') return value;
  return Number.isFinite(value)
    ? writeFigure(new Exact(Number(value)).toFixed(), kind, locale)
    : '';
}

/**
 * A field of one figure: a number where figures are whole, else exact decimal text; null while
 * nothing is typed, or nothing that can be read. Left, it shows its figure as the product writes it.
 * What is given and is no such value is read as if it were typed.
 */
export function NumberField({ value, onChange, onBlur, ...rest }: NumberFieldProps) {
  const { kind, limits } = rest;
  const { locale } = useFormat();
  const [typed, setTyped] = useState<{ text: string; value: string | null; locale: string }>();
  const given = figureGiven(value, kind);
  const foreign = given === undefined ? textOf(value, { kind, locale }) : undefined;
  const write = (figure: string | null) =>
    figure === null ? '' : writeFigure(figure, kind, locale);
  const isAsTyped = typed !== undefined && typed.value === given && typed.locale === locale;
  const text = isAsTyped ? typed.text : (foreign ?? write(given ?? null));
  function tell(figure: string | null): void {
    const told = onChange as ((figure: number | string | null) => void) | undefined;
    told?.(figure !== null && isWholeKind(kind) ? Number(figure) : figure);
  }
  function type(next: string): string | null {
    const reading = readFigure(next, kind, locale, limits);
    const figure = 'number' in reading ? reading.number.value : null;
    setTyped({ text: next, value: figure, locale });
    if (figure !== given) tell(figure);
    return figure;
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each value that is no figure
  useEffect(() => {
    // What can be read is shown as figures are; the rest stays as it was typed.
    if (foreign !== undefined && type(foreign) !== null) setTyped(undefined);
  }, [foreign]);
  return (
    <FigureInput
      {...rest}
      text={text}
      onText={type}
      onBlur={(event) => {
        if (given) setTyped({ text: write(given), value: given, locale });
        onBlur?.(event);
      }}
    />
  );
}
