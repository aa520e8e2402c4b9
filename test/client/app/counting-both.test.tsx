import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { TallyForm as OutputTally } from '../../../client/output/tally-form.tsx';
import { TallyForm as PressTally } from '../../../client/press/tally-form.tsx';
import { showScreen } from '../../support/screen-of.tsx';

interface Way {
  write: string;
  kind: string;
  /** What the question calls it. */
  part: string;
  show(onClose: () => void): ReactNode;
  type(): Promise<void>;
  typed: Record<string, unknown>;
}

const field = (label: RegExp) => screen.findByLabelText<HTMLInputElement>(label);

async function typeInto(label: RegExp, text: string): Promise<void> {
  const input = await field(label);
  await userEvent.clear(input);
  await userEvent.type(input, text);
}

const ways: Record<string, Way> = {
  'of output': {
    write: 'output.createTally',
    kind: 'event',
    part: 'Eventos',
    show: (onClose) => <OutputTally cell={{ month: '2026-10', kind: 'event' }} onClose={onClose} />,
    async type() {
      await typeInto(/^Cantidad/, '33');
      await typeInto(/^Fuente/, 'Informe de octubre');
    },
    typed: { month: '2026-10', kind: 'event', count: 33, source: 'Informe de octubre' },
  },
  'of free press': {
    write: 'press.createPressTally',
    kind: 'press',
    part: 'Prensa (escrita y virtual)',
    show: (onClose) => <PressTally onClose={onClose} />,
    async type() {
      await typeInto(/^Mes/, '2026-10');
      await typeInto(/^Apariciones/, '33');
      await typeInto(/^Fuente/, 'Informe de octubre');
    },
    typed: { month: '2026-10', count: 33, source: 'Informe de octubre' },
  },
};

/** Opens the form of a total over a server that holds what would be counted twice, and sends it. */
async function send({ write, kind, show, type }: Way) {
  const onClose = vi.fn();
  const refused = { code: 'total_and_records', month: '2026-10', kind, records: 1_204, total: 33 };
  const screenOf = await showScreen(() => show(onClose), {
    role: 'admin',
    answers: {
      [write]: ({ countsBoth }) =>
        countsBoth ? { data: { id: 'new', version: 1 } } : { failure: refused as never },
    },
  });
  await type();
  await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
  const question = await screen.findByRole('dialog', {
    name: /¿Contar los registros y el total\?/,
  });
  return { ...screenOf, onClose, question };
}

describe.each(Object.entries(ways))('a total %s over a month with records', (_, way) => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  test('is asked about, by both figures and what they come to', async () => {
    const { question, onClose, inputsTo } = await send(way);
    const words = `${way.part}, octubre de 2026: hay un total mensual de 33 y 1.204 registros uno a uno. Si guarda, se contarán los dos: 1.237 en total.`;
    expect(within(question).getByText(words)).toBeTruthy();
    expect(onClose).not.toHaveBeenCalled();
    // Leaving the question is no choice either.
    await userEvent.keyboard('{Escape}');
    expect(await screen.findByText(/No se guardó nada/)).toBeTruthy();
    expect(inputsTo(way.write)).toHaveLength(1);
  });

  test('is not stored without the choice, and nothing that was typed is lost', async () => {
    const { question, onClose, inputsTo } = await send(way);
    await userEvent.click(within(question).getByRole('button', { name: 'No guardar' }));
    expect(await screen.findByText(/No se guardó nada/)).toBeTruthy();
    expect((await field(/^Fuente/)).value).toBe('Informe de octubre');
    expect((await field(/^(?:Cantidad|Apariciones)/)).value).toBe('33');
    expect(inputsTo(way.write)).toHaveLength(1);
    expect(onClose).not.toHaveBeenCalled();
  });

  test('is stored once the person chose so', async () => {
    const { question, onClose, inputsTo } = await send(way);
    await userEvent.click(within(question).getByRole('button', { name: 'Contar ambos' }));
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    const [first, second, ...more] = inputsTo(way.write);
    expect(more).toEqual([]);
    expect(first).toMatchObject(way.typed);
    expect(second).toEqual({ ...first, countsBoth: true });
  });
});

describe('the question', () => {
  test('is asked by one mechanism alone', () => {
    const asking = readdirSync('client', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.startsWith(join('client', 'words')))
      .filter((path) => /total_and_records|countsBoth: true/.test(readFileSync(path, 'utf8')));
    const mechanism = ['asked-choices.ts', 'count-both-dialog.tsx', 'question-dialog.tsx'];
    expect(asking.toSorted()).toEqual(mechanism.map((file) => join('client', 'app', file)));
  });
});
