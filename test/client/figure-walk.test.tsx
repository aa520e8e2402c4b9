import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addAreaWords } from '../../client/words/add-area-words.ts';
import { startWords } from '../../client/words/start-words.ts';
import { otherForms } from '../support/figure-walk/other-forms.tsx';
import { pressForms } from '../support/figure-walk/press-forms.tsx';
import { expected, walk } from '../support/figure-walk/walk.tsx';
import '../../client/words/add-capture-words.ts';
import '../../client/words/add-price-words.ts';
import '../../client/words/add-sheets-words.ts';
import '../../client/words/add-table-words.ts';

const forms = [...pressForms, ...otherForms];

const sources = readdirSync('client', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe.each([
  ['es', 'es-CO'],
  ['en', 'en-US'],
] as const)('every figure typed key by key as the product writes it, in %s', (language, locale) => {
  beforeEach(async () => {
    await startWords();
    addAreaWords();
    await i18next.changeLanguage(language);
  });
  afterEach(async () => {
    cleanup();
    vi.unstubAllGlobals();
    await i18next.changeLanguage('es');
  });

  test.each(forms.map((form) => [form.title, form] as const))('%s', async (_, form) => {
    expect(await walk(form, locale)).toEqual(expected(form, locale));
  });
});

describe('the walk', () => {
  test('knows every use of the field of figures', () => {
    const used = sources.flatMap(({ path, text }): [string, number][] => {
      const uses = text.match(/<(?:NumberField|FigureInput)[\s>]/g)?.length ?? 0;
      return uses === 0 || path.startsWith(join('client', 'ui')) ? [] : [[path, uses]];
    });
    const walked: Record<string, number> = {};
    for (const [path, uses] of forms.flatMap(({ of }) => Object.entries(of))) {
      if (uses > 0) walked[path] = (walked[path] ?? 0) + uses;
    }
    expect(walked).toEqual(Object.fromEntries(used));
  });

  test('leaves no other field in which figures are typed', () => {
    const others = sources.filter(
      ({ path, text }) =>
        /NumberInput|type="number"|inputMode="(?:numeric|decimal)"/.test(text) &&
        path !== join('client', 'ui', 'figure-input.tsx'),
    );
    expect(others.map(({ path }) => path)).toEqual([]);
  });
});
