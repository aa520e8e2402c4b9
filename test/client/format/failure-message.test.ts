import { beforeAll, describe, expect, test } from 'vitest';
import {
  failureMessage,
  failureOf,
  fieldMessages,
} from '../../../client/format/failure-message.ts';
import { failures as english } from '../../../client/words/en/failures.ts';
import { failures as spanish } from '../../../client/words/es/failures.ts';
import { changeLanguage, startWords } from '../../../client/words/start-words.ts';

describe('the sentences of failures', () => {
  beforeAll(startWords);

  test('a call that carries a failure is told by it', () => {
    const error = Object.assign(new Error('CONFLICT'), {
      data: {
        failure: { code: 'value_taken', record: 'outlet', field: 'name', value: 'El Diario' },
      },
    });
    expect(failureMessage(failureOf(error))).toContain('«El Diario»');
    expect(fieldMessages(failureOf(error))).toEqual({ name: spanish.rules.value_taken });
  });

  test('a call that never reached the server says that what was typed is still there', () => {
    const failure = failureOf(new TypeError('Failed to fetch'));
    expect(failure).toEqual({ code: 'no_connection' });
    expect(failureMessage(failure)).toContain('Lo que escribió sigue aquí');
  });

  test('an answer that is not ours is not taken for one of ours', () => {
    expect(failureOf(new SyntaxError('Unexpected token <'))).toEqual({ code: 'unreadable_answer' });
    expect(failureOf(undefined)).toEqual({ code: 'unreadable_answer' });
    expect(failureOf({ data: { failure: { code: 7 } } })).toEqual({ code: 'unreadable_answer' });
  });

  test('days in a failure are written as days', () => {
    const overlap = { code: 'rate_overlaps', rateId: 'r', validTo: null } as const;
    expect(failureMessage({ ...overlap, validFrom: '2026-01-01' })).toContain('1 ene 2026');
  });

  test('each refused field of an update has its sentence under the name of the field', () => {
    const field = (path: string, rule: string, facts = {}) => ({ path, rule, facts });
    expect(
      fieldMessages({
        code: 'invalid_input',
        fields: [
          field('fields.title', 'too_big', { origin: 'string', maximum: 200 }),
          field('fields.day', 'day'),
          field('count', 'too_small', { origin: 'number', minimum: 0 }),
          field('kind', 'a_rule_of_tomorrow'),
        ],
      }),
    ).toEqual({
      title: 'El texto supera 200 caracteres.',
      day: spanish.rules.day,
      count: 'El valor es menor que el permitido (0).',
      kind: spanish.rules.other,
    });
  });

  test('every sentence exists in both languages, with the same facts in it', () => {
    const facts = (words: Record<string, unknown>) =>
      Object.entries(words)
        .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
        .map(([code, text]) => `${code}: ${(text.match(/{{\w+}}/g) ?? []).sort().join(' ')}`);
    expect(facts(english)).toEqual(facts(spanish));
    expect(facts(english.rules)).toEqual(facts(spanish.rules));
  });

  test('in English the sentence is in English', async () => {
    await changeLanguage('en');
    expect(failureMessage({ code: 'disk_full' })).toBe(english.disk_full);
    await changeLanguage('es');
  });
});
