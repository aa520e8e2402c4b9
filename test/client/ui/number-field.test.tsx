import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { useState } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NumberField } from '../../../client/ui/number-field.tsx';
import { showUnread } from '../../../client/ui/show-unread.ts';
import { addAreaWords } from '../../../client/words/add-area-words.ts';
import { startWords } from '../../../client/words/start-words.ts';

let sent: { pesos: number | null; size: string | null }[] = [];

function Form() {
  const [pesos, setPesos] = useState<number | null>(null);
  const [size, setSize] = useState<string | null>('1560.5');
  return (
    <MantineProvider env="test">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!showUnread(event.currentTarget)) sent.push({ pesos, size });
        }}
      >
        <NumberField kind="pesos" label="Precio" value={pesos} onChange={setPesos} />
        <NumberField kind="decimal" label="Tamaño" value={size} onChange={setSize} />
        <button type="submit">Guardar</button>
        <button type="button" onClick={() => setPesos(7_000)}>
          Otro precio
        </button>
      </form>
    </MantineProvider>
  );
}

const price = () => screen.getByLabelText<HTMLInputElement>('Precio');
const size = () => screen.getByLabelText<HTMLInputElement>('Tamaño');
const save = () => userEvent.click(screen.getByText('Guardar'));

async function write(field: HTMLInputElement, text: string): Promise<void> {
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

describe('a field of a figure', () => {
  beforeAll(async () => {
    await startWords();
    addAreaWords();
  });
  beforeEach(async () => {
    sent = [];
    await i18next.changeLanguage('es');
    render(<Form />);
  });
  afterEach(cleanup);

  test.each([
    '1.560.000,00',
    '$ 1.560.000',
    "1'560.000",
    '1560000.00',
    '1,560,000',
    '1.560.000,oo',
  ])(
    '%s typed key by key keeps every key, is one price, and is shown as the product writes it',
    async (text) => {
      await write(price(), text);
      expect(price().value).toBe(text);
      await userEvent.tab();
      expect(price().value).toBe('$\u00a01.560.000');
      await save();
      expect(sent).toEqual([{ pesos: 1_560_000, size: '1560.5' }]);
    },
  );

  test('that cannot be read keeps what was typed, says an example and lets nothing be sent', async () => {
    await write(price(), '1560000,5');
    await save();
    expect(sent).toEqual([]);
    expect(price().value).toBe('1560000,5');
    expect(document.activeElement).toBe(price());
    expect(screen.getByText(/número entero.*\$\s1\.560\.000/)).toBeTruthy();
    await write(price(), '1560000');
    await save();
    expect(sent).toEqual([{ pesos: 1_560_000, size: '1560.5' }]);
  });

  test('with two readings offers both, and takes the one chosen', async () => {
    await write(size(), '1,560');
    await userEvent.tab();
    expect(screen.getByText(/dos maneras/)).toBeTruthy();
    await save();
    expect(sent).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '1.560' }));
    expect(size().value).toBe('1.560');
    await save();
    expect(sent).toEqual([{ pesos: null, size: '1560' }]);
  });

  test('follows what its form is given, and the language', async () => {
    await write(price(), '5');
    await userEvent.click(screen.getByText('Otro precio'));
    expect(price().value).toBe('$\u00a07.000');
    await write(size(), '2.500,5');
    await i18next.changeLanguage('en');
    expect(await screen.findByDisplayValue('2,500.5')).toBe(size());
  });

  test('left empty is null, never zero', async () => {
    await write(price(), '0');
    await userEvent.clear(price());
    await userEvent.clear(size());
    await save();
    expect(sent).toEqual([{ pesos: null, size: null }]);
  });
});
