import { describe, expect, test } from 'vitest';
import { emptyItem, itemValues, sentItem } from '../../../client/output/item-values.ts';
import { detailFields } from '../../../shared/output/detail-fields.ts';
import { type OutputKindId, outputKind, outputKinds } from '../../../shared/output/kinds.ts';
import { OutputItemFields } from '../../../shared/output/schemas.ts';

const title = 'Feria de emprendimiento';
const asked = (id: OutputKindId) => ({ id, fields: detailFields(outputKind(id)) });

describe('the form of an item', () => {
  test('an empty form with a title is a valid item of every kind, with nothing invented', () => {
    for (const { id, details } of outputKinds) {
      const sent = sentItem({ ...emptyItem(asked(id), '2026-11-22'), title });
      const item = OutputItemFields.parse(sent);
      expect(item.details).toEqual(details.parse({}));
      expect([item.departmentId, item.place, item.url, item.notes]).toEqual([
        null,
        null,
        null,
        null,
      ]);
    }
  });

  test('a number that was left empty is absent, and a zero that was typed is zero', () => {
    const values = { ...emptyItem(asked('event'), '2026-11-22'), title };
    expect(sentItem(values).details).toEqual({ mode: 'in_person', attendance: null });
    const counted = { ...values, details: { ...values.details, attendance: 0 } };
    expect(sentItem(counted).details).toEqual({ mode: 'in_person', attendance: 0 });
  });

  test('a stored item that is opened and saved as it is does not change', () => {
    const stored = OutputItemFields.parse({
      kind: 'institutional_video',
      title,
      day: '2026-11-22',
      place: 'Parque principal',
      details: { subtitled: true, seconds: 95 },
    });
    expect(
      OutputItemFields.parse(
        sentItem(itemValues({ ...stored, evidence: [] }, asked('institutional_video'))),
      ),
    ).toEqual(stored);
  });
});
