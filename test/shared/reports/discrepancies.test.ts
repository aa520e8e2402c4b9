import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeclaredFacts, RecordedFacts } from '../../../shared/reports/discrepancy.ts';
import { listDiscrepancies } from '../../../shared/reports/list-discrepancies.ts';
import { formatSubject, parseSubject } from '../../../shared/reports/subject.ts';

function declare(subject: string, value: number, change: Partial<DeclaredFacts> = {}) {
  const asPrinted = String(value);
  const source = `Informe, ${subject}`;
  return {
    id: subject,
    subject,
    label: subject,
    value,
    precision: 'exact',
    asPrinted,
    source,
    ...change,
  };
}
const sum = (value: number): RecordedFacts => ({ value, precision: 'exact', day: null });
const reading = (value: number): RecordedFacts => ({
  value,
  precision: 'exact',
  day: '2031-12-30',
});

function find(declared: ReturnType<typeof declare>[], recorded: Record<string, RecordedFacts>) {
  return listDiscrepancies({
    year: 2031,
    declared: declared as DeclaredFacts[],
    recorded: new Map(Object.entries(recorded)),
  });
}

const [one, two, three] = [
  'social.followers:facebook/alcaldia',
  'social.followers:instagram/alcaldia',
  'social.followers:x/alcaldia',
] as const;

describe('contradictions between what was declared and what is recorded', () => {
  test('a total that the months do not add up to', () => {
    expect(find([declare('output.count:event', 57)], { 'output.count:event': sum(61) })).toEqual([
      expect.objectContaining({
        subject: 'output.count:event',
        declared: 57,
        recorded: 61,
        kind: 'total_does_not_sum',
        explanation: 'El informe dice 57; los meses de 2031 suman 61.',
      }),
    ]);
  });

  test('a figure of a page that its last reading does not confirm', () => {
    expect(find([declare(one, 8_004)], { [one]: reading(8_040) })).toEqual([
      expect.objectContaining({
        declared: 8_004,
        recorded: 8_040,
        kind: 'two_sources_differ',
        recordedDay: '2031-12-30',
        explanation: 'El informe dice 8.004; lo registrado el 30 dic 2031 es 8.040.',
      }),
    ]);
  });

  test('what nobody recorded contradicts nothing', () => {
    expect(find([declare(one, 8_004), declare('output.count:event', 0)], {})).toEqual([]);
  });

  test('equal figures, and rounded ones within their step, are not told', () => {
    const found = find(
      [
        declare(one, 8_000, { precision: 'rounded', asPrinted: '8 mil' }),
        declare('press.value:total', 505_048_327),
      ],
      { [one]: reading(8_640), 'press.value:total': sum(505_048_327) },
    );
    expect(found).toEqual([]);
  });

  test('two pages whose figures cross are a likely swap, and each names the other', () => {
    const found = find(
      [declare(one, 40), declare(two, 7_700, { label: 'Instagram' }), declare(three, 3_301)],
      { [one]: reading(41), [two]: reading(3_301), [three]: reading(7_700) },
    );
    expect(found.map(({ subject, kind }) => [subject, kind])).toEqual([
      [one, 'two_sources_differ'],
      [two, 'likely_swap'],
      [three, 'likely_swap'],
    ]);
    expect(found[2]?.swappedWith).toEqual({
      subject: two,
      label: 'Instagram',
      declared: 7_700,
      recorded: 3_301,
    });
    expect(found[2]?.explanation).toContain('«Instagram»');
  });

  test('figures of different measures are never a swap', () => {
    const posts = 'social.posts:instagram/alcaldia';
    const found = find([declare(one, 500), declare(posts, 900)], {
      [one]: reading(900),
      [posts]: reading(500),
    });
    expect(found.map(({ kind }) => kind)).toEqual(['two_sources_differ', 'two_sources_differ']);
  });

  test('any two exact figures that were swapped are told as such, and nothing else is', () => {
    const values = fc.uniqueArray(fc.integer({ min: 1, max: 900_000 }), {
      minLength: 3,
      maxLength: 8,
    });
    fc.assert(
      fc.property(values, fc.nat(), fc.nat(), (recorded, first, second) => {
        const a = first % recorded.length;
        const b = second % recorded.length;
        fc.pre(a !== b);
        const subjects = recorded.map((_, index) => `social.followers:facebook/page-${index}`);
        const swapped = recorded.map((value, index) =>
          index === a ? recorded[b] : index === b ? recorded[a] : value,
        );
        const found = find(
          subjects.map((subject, index) => declare(subject, swapped[index] ?? 0)),
          Object.fromEntries(subjects.map((name, index) => [name, reading(recorded[index] ?? 0)])),
        );
        expect(found.map(({ subject, kind }) => `${subject} ${kind}`)).toEqual(
          [a, b].sort((x, y) => x - y).map((index) => `${subjects[index]} likely_swap`),
        );
      }),
    );
  });

  test('every figure that departs is told once, with both numbers', () => {
    const pairs = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { maxLength: 10 });
    fc.assert(
      fc.property(pairs, (figures) => {
        const subjects = figures.map((_, index) => `social.posts:x/page-${index}`);
        const found = find(
          subjects.map((subject, index) => declare(subject, figures[index]?.[0] ?? 0)),
          Object.fromEntries(
            subjects.map((subject, index) => [subject, reading(figures[index]?.[1] ?? 0)]),
          ),
        );
        const departing = figures.flatMap(([declared, recorded], index) =>
          declared === recorded ? [] : [{ subject: subjects[index], declared, recorded }],
        );
        expect(
          found.map(({ subject, declared, recorded }) => ({ subject, declared, recorded })),
        ).toEqual(departing);
      }),
    );
  });
});

describe('subjects', () => {
  test.each([
    'output.count:community_meeting',
    'press.count:broadcast_digital',
    'press.value:total',
    'social.followers:facebook/Alcaldia.LaEstrella-1',
  ])('%s is read and written alike', (text) => {
    const subject = parseSubject(text);
    expect(subject && formatSubject(subject)).toBe(text);
  });

  test.each(['', 'output.count:podcast', 'press.value:', 'social.followers:x', 'events'])(
    '"%s" is none',
    (text) => expect(parseSubject(text)).toBeUndefined(),
  );
});
