import { readDuration, writeDuration } from './duration.ts';
import type { NumberLocale } from './locale.ts';
import type { NumberRules } from './read-digits.ts';
import { type NumberReading, readNumber } from './read-number.ts';
import { writeNumber, writePesos } from './write-number.ts';

/**
 * What a field may hold: whole figures, whole pesos, a year, any number, a percentage, seconds
 * written plainly, or a time written as minutes and seconds.
 */
export const figureKinds = [
  'whole',
  'pesos',
  'year',
  'decimal',
  'percent',
  'seconds',
  'duration',
] as const;
export type FigureKind = (typeof figureKinds)[number];

/** What a field says of its figure besides its kind. */
export type FigureLimits = Pick<NumberRules, 'isSigned' | 'decimals' | 'max'>;

const wholeKinds = ['whole', 'pesos', 'year'] as const;
export type WholeKind = (typeof wholeKinds)[number];

/** Whether a kind of figure is whole. */
export function isWholeKind(kind: FigureKind): kind is WholeKind {
  return wholeKinds.some((one) => one === kind);
}

/** Reads what somebody typed in a field, in the language of the page. */
export function readFigure(
  text: string,
  kind: FigureKind,
  locale: NumberLocale,
  limits: FigureLimits = {},
): NumberReading {
  if (kind === 'duration') return readDuration(text);
  const rules = { isSigned: false, ...limits, locale, isWhole: isWholeKind(kind) };
  const reading = readNumber(text, rules);
  const isShare = 'number' in reading && reading.number.isPercent;
  if (isShare && (rules.isWhole || kind === 'seconds')) return { refused: 'not_a_number' };
  const isTimed = kind === 'seconds' && 'refused' in reading && /\d/.test(text);
  return isTimed ? readDuration(text) : reading;
}

/** Writes a value as its field shows it, so that what is shown reads back to the same value. */
export function writeFigure(value: string, kind: FigureKind, locale: NumberLocale): string {
  switch (kind) {
    case 'pesos':
      return writePesos(value, locale);
    case 'year':
      return value;
    case 'duration':
      return writeDuration(value, locale);
    default:
      return writeNumber(value, locale);
  }
}

const examples: Record<FigureKind, string> = {
  whole: '12500',
  pesos: '1560000',
  year: '2026',
  decimal: '1560.5',
  percent: '8.5',
  seconds: '90',
  duration: '90',
};

/** A figure of a kind as the language writes it, to show how one is typed. */
export function exampleFigure(kind: FigureKind, locale: NumberLocale): string {
  return writeFigure(examples[kind], kind, locale);
}
