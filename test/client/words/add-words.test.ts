import i18next from 'i18next';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addAreas } from '../../../client/words/add-words.ts';
import { changeLanguage, startWords } from '../../../client/words/start-words.ts';

const spanish = {
  rows_one: '{{count}} fila de {{year}}',
  rows_other: '{{count}} filas de {{year}}',
  deep: { posts_one: '{{count}} publicación', posts_other: '{{count}} publicaciones' },
};
const english = { rows_one: '{{count}} row of {{year}}', rows_other: '{{count}} rows of {{year}}' };

const say = (key: string, count: number) => i18next.t(key as never, { count, year: 2020 });

describe('the sentences of screens', () => {
  beforeAll(async () => {
    await startWords();
    addAreas('es', { ui: spanish });
    addAreas('en', { ui: english });
  });

  beforeEach(() => changeLanguage('es'));

  test('group the digits of counts, and leave years as they are', async () => {
    expect(say('ui:rows', 1)).toBe('1 fila de 2020');
    expect(say('ui:rows', 20_000)).toBe('20.000 filas de 2020');
    await changeLanguage('en');
    expect(say('ui:rows', 20_000)).toBe('20,000 rows of 2020');
  });

  test('have their plural for whole millions too', () => {
    expect(say('ui:rows', 1_000_000)).toBe('1.000.000 filas de 2020');
    expect(say('ui:deep.posts', 3_000_000)).toBe('3.000.000 publicaciones');
  });
});
