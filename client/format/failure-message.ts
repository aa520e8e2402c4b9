import i18next from 'i18next';
import type { Failure, FieldFailure } from '../../shared/failure.ts';
import type { NumberLocale } from '../../shared/numbers/locale.ts';
import { formatDay } from './day.ts';
import { formatLongMonth } from './month-label.ts';

/** A failure of a call, or of the road to the server. */
export type ClientFailure =
  | Failure
  | { code: 'no_connection' }
  | { code: 'unreadable_answer' }
  | { code: 'likeness_undecided' };

/** What a screen does not send, for a reason that only it can tell the person. */
export class ClientRefusal extends Error {
  readonly data: { failure: ClientFailure };

  constructor(code: 'likeness_undecided') {
    super(code);
    this.data = { failure: { code } };
  }
}

function isFailure(value: unknown): value is Failure {
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, 'code') === 'string'
  );
}

/** The failure that an error of a call carries; without one, the call never got its answer. */
export function failureOf(error: unknown): ClientFailure {
  const data: unknown = typeof error === 'object' && error ? Reflect.get(error, 'data') : undefined;
  const failure: unknown =
    typeof data === 'object' && data ? Reflect.get(data, 'failure') : undefined;
  if (isFailure(failure)) return failure;
  const message = error instanceof Error ? error.message : '';
  return /fetch|network|load failed/i.test(message)
    ? { code: 'no_connection' }
    : { code: 'unreadable_answer' };
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const monthPattern = /^\d{4}-\d{2}$/;

function factInWords(fact: unknown, locale: NumberLocale): unknown {
  if (typeof fact !== 'string') return fact;
  if (dayPattern.test(fact)) return formatDay(fact, locale);
  return monthPattern.test(fact) ? formatLongMonth(fact, locale) : fact;
}

/** The facts of a failure as a person reads them: days as days, months as months. */
function inWords(facts: object): Record<string, unknown> {
  const locale = i18next.language === 'en' ? 'en-US' : 'es-CO';
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, factInWords(fact, locale)]),
  );
}

/** A sentence in the reader's language: what happened, what was kept and what to do. */
export function failureMessage(failure: ClientFailure): string {
  if (failure.code === 'file_refused') {
    return i18next.t(`failures:files.${failure.reason}`, inWords(failure));
  }
  if (failure.code === 'record_not_found' && failure.record === 'evidence') {
    return i18next.t('failures:evidence_gone');
  }
  if (failure.code === 'evidence_refused') {
    return i18next.t(`failures:evidence.${failure.reason}`, inWords(failure));
  }
  if (failure.code === 'address_refused') {
    return i18next.t(`failures:addresses.${failure.reason}`, inWords(failure));
  }
  return i18next.t(`failures:${failure.code}`, inWords(failure));
}

const lengthOrigins = new Set(['string', 'array']);

function ruleWord({ rule, facts }: FieldFailure): string {
  if (rule === 'too_small' && facts.origin === 'string') return 'required';
  if (rule === 'too_big' && lengthOrigins.has(String(facts.origin))) return 'too_long';
  if (rule === 'invalid_type' && facts.expected === 'int') return 'not_integer';
  return rule;
}

/** A sentence for one refused field. */
function fieldMessage(field: FieldFailure): string {
  const key = `failures:rules.${ruleWord(field)}`;
  return i18next.exists(key)
    ? String(i18next.t(key as 'failures:rules.other', inWords(field.facts)))
    : i18next.t('failures:rules.other');
}

/**
 * The refused fields of a failure as messages by the name of the field in the form. The wrapper
 * that update calls put around their fields is taken off: `fields.title` is `title`.
 */
export function fieldMessages(failure: ClientFailure): Record<string, string> {
  if (failure.code === 'value_taken') {
    return { [failure.field]: i18next.t('failures:rules.value_taken') };
  }
  if (failure.code !== 'invalid_input') return {};
  return Object.fromEntries(
    failure.fields.map((field) => [field.path.replace(/^fields\./, ''), fieldMessage(field)]),
  );
}
