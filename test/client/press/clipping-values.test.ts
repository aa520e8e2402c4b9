import { describe, expect, test } from 'vitest';
import {
  fieldsToSend,
  newClipping,
  previewToAsk,
  unitFor,
  usualFormat,
} from '../../../client/press/clipping-values.ts';
import { ClippingFields } from '../../../shared/press/schemas.ts';

const typed = {
  ...newClipping('2026-11-22'),
  outletId: 'colombiano',
  title: 'Nueva sede para la biblioteca',
};

describe('the form of an appearance', () => {
  test('sends the measures of its unit alone, with a point for the decimals', () => {
    const values = {
      ...typed,
      measures: { ...typed.measures, widthCm: '12.5', heightCm: '8', seconds: '30' },
    };
    const fields = fieldsToSend(values);
    expect(fields.measures).toEqual({
      unit: 'page_area',
      widthCm: '12.5',
      heightCm: '8',
      share: '1',
      isEstimated: false,
    });
    expect(ClippingFields.safeParse(fields).success).toBe(true);
  });

  test('what was not typed is absent', () => {
    const measures = { ...typed.measures, unit: 'note' as const };
    expect(ClippingFields.parse(fieldsToSend({ ...typed, measures }))).toMatchObject({
      url: null,
      author: null,
      tone: null,
      departmentId: null,
      notes: null,
    });
  });

  test('the value is asked for once there is an outlet, a day and a size', () => {
    expect(previewToAsk(typed, undefined)).toBeUndefined();
    const measures = { ...typed.measures, widthCm: '12', heightCm: '8' };
    expect(previewToAsk({ ...typed, measures, outletId: null }, undefined)).toBeUndefined();
    expect(previewToAsk({ ...typed, measures, day: '' }, undefined)).toBeUndefined();
    expect(previewToAsk({ ...typed, measures }, 'known')).toMatchObject({
      outletId: 'colombiano',
      clippingId: 'known',
      measures: { widthCm: '12', heightCm: '8' },
    });
  });

  test('a change of format keeps the unit where it is sold so', () => {
    expect(unitFor('web', 'note')).toBe('note');
    expect(unitFor('radio', 'page_area')).toBe('second');
    expect(['press', 'digital', 'radio'].map((medium) => usualFormat(medium as 'press'))).toEqual([
      'print',
      'web',
      'radio',
    ]);
  });
});
