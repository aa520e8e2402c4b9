import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  fieldsToSend,
  newClipping,
  withKnownChoices,
} from '../../../client/press/clipping-values.ts';
import { DraftNotice } from '../../../client/press/draft-notice.tsx';
import { MeasureFields, ShareFields } from '../../../client/press/measure-fields.tsx';
import { showUnread } from '../../../client/ui/show-unread.ts';
import { keepDraft } from '../../../client/ui/use-draft.ts';
import { useRecordForm } from '../../../client/ui/use-record-form.ts';
import { addAreaWords } from '../../../client/words/add-area-words.ts';
import { startWords } from '../../../client/words/start-words.ts';
import { writeFigure } from '../../../shared/numbers/figure.ts';
import type { NumberLocale } from '../../../shared/numbers/locale.ts';
import { formats, unitsOfFormat } from '../../../shared/press/measures.ts';
import { pressForms } from '../../support/figure-walk/press-forms.tsx';
import { openForm } from '../../support/figure-walk/walk.tsx';

const draftKey = 'old';
let sent: Record<string, unknown>[] = [];

function Form() {
  const form = useRecordForm({
    initialValues: newClipping('2026-11-22'),
    draftKey,
    mendDraft: withKnownChoices,
    save: async (values) => sent.push(fieldsToSend(values).measures),
    onSaved() {},
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!showUnread(event.currentTarget)) form.submit();
      }}
    >
      {form.draft && <DraftNotice {...form.draft} onDiscard={form.startOver} />}
      <MeasureFields form={form} />
      <ShareFields form={form} />
      <button type="submit">Guardar</button>
    </form>
  );
}

/** Opens the form over a draft whose measures an older version kept so. */
async function openOver(measures: Record<string, unknown>): Promise<void> {
  const format = formats.find((one) => unitsOfFormat[one].some((unit) => unit === measures.unit));
  keepDraft(draftKey, { title: 'Una nota', format: format ?? 'print', measures }, true);
  await openForm({ show: () => <Form /> });
}

async function save(): Promise<Record<string, unknown> | undefined> {
  await userEvent.click(screen.getByText('Guardar'));
  return sent.at(-1);
}

/** Every figure of the size of an appearance, with the unit that has it. */
const figures = pressForms.flatMap(({ title, fields }) => {
  const [, unit] = /^sizes: (.+)$/.exec(title) ?? [];
  return unit === undefined
    ? []
    : fields.flatMap(({ at = [], kind, value, sent: asText }) => {
        const whole = kind === 'pesos' ? Number(value) : value;
        return [{ unit, name: at[1] ?? '', kind, value, sent: asText ?? whole }];
      });
});

const shown = () => [...document.querySelectorAll('input')].map((input) => input.value);
const isPartial = () => screen.queryByText(/no se pudo leer|could not be read/) !== null;

describe.each([
  ['es', 'es-CO'],
  ['en', 'en-US'],
] as const)('a draft that an older version kept, in %s', (language, locale: NumberLocale) => {
  beforeEach(async () => {
    sent = [];
    await startWords();
    addAreaWords();
    await i18next.changeLanguage(language);
  });
  afterEach(async () => {
    cleanup();
    vi.unstubAllGlobals();
    await i18next.changeLanguage('es');
  });

  test.each(figures)(
    'shows and sends $name of $unit, kept as a number or as it is written',
    async ({ unit, name, kind, value, sent: expected }) => {
      const written = writeFigure(value, kind, locale);
      for (const kept of language === 'es' ? [Number(value), value, written] : [written]) {
        await openOver({ unit, reason: 'x', [name]: kept });
        await waitFor(() => expect(shown()).toContain(written));
        expect((await save())?.[name], JSON.stringify(kept)).toBe(expected);
        expect(isPartial()).toBe(false);
        cleanup();
      }
    },
  );

  test.each(figures)(
    'says so where $name of $unit is no figure at all, and never makes one of it',
    async ({ unit, name }) => {
      for (const kept of language === 'es' ? [{}, true] : [['3']]) {
        await openOver({ unit, reason: 'x', [name]: kept });
        const isOneThing = typeof kept !== 'object';
        expect(isPartial()).toBe(!isOneThing || name === 'share');
        expect(document.body.innerHTML).not.toContain('NaN');
        const measures = await save();
        if (measures) expect([null, '', '1']).toContain(measures[name]);
        cleanup();
        sent = [];
      }
    },
  );

  test('keeps in sight what cannot be read, and sends nothing meanwhile', async () => {
    await openOver({ unit: 'column_cm', heightCm: '12 por 5', columns: '2' });
    await waitFor(() => expect(screen.getByDisplayValue('12 por 5')).toBeTruthy());
    expect(await save()).toBeUndefined();
    expect(document.activeElement).toBe(screen.getByDisplayValue('12 por 5'));
  });

  test('with a unit or a part of a page that there is no more says so and opens with the usual ones', async () => {
    await openOver({ unit: 'acre', widthCm: '12.5', heightCm: 3, fraction: '1/7' });
    expect(isPartial()).toBe(true);
    expect(await save()).toMatchObject({ unit: 'page_area', widthCm: '12.5', heightCm: '3' });
  });
});
