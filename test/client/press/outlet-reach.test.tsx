import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { queryClient } from '../../../client/app/api.ts';
import { type Choices, untilChosen } from '../../../client/app/asked-choices.ts';
import { QuestionDialog } from '../../../client/app/question-dialog.tsx';
import { SelfProvider } from '../../../client/app/self.tsx';
import { OutletForm } from '../../../client/press/outlet-form.tsx';
import type { Outlet } from '../../../client/press/use-outlet-options.ts';
import type { OutletReach } from '../../../shared/press/outlet-reach.ts';
import { renderInTheOffice } from '../../support/in-the-office.tsx';

const self = {
  id: 'a',
  name: 'Catalina',
  role: 'coordinator' as const,
  isDemo: false,
  timeZone: 'America/Bogota',
  now: '2026-11-22T15:00:00Z',
};

const outlet: Outlet = {
  id: 'diario',
  version: 3,
  updatedAt: '2026-11-01T15:00:00Z',
  updatedBy: 'Ana',
  name: 'El Diario',
  medium: 'press',
  channel: 'press',
  town: null,
  scope: null,
  website: null,
  isOwnChannel: false,
  vatRate: '0.19',
  audience: null,
  monthlyVisitors: null,
  domains: [],
  contracts: [],
};

const seal = 's'.repeat(64);
const reach: OutletReach = {
  outlets: ['El Diario'],
  appearances: 12,
  months: ['2026-10', '2026-11'],
  lines: [
    {
      channel: 'press',
      isCounted: true,
      before: { count: 12, valueCop: 5_400_000 },
      after: { count: 0, valueCop: 0 },
    },
    {
      channel: 'press',
      isCounted: false,
      before: { count: 0, valueCop: 0 },
      after: { count: 12, valueCop: 0 },
    },
  ],
  closedMonths: ['2026-09'],
  closedAppearances: 4,
  isTooLarge: false,
  seal,
};
const bothCounted = {
  ...{ code: 'total_and_records', month: '2026-11', kind: 'press', records: 12, total: 9 },
};

interface Sent {
  path: string;
  body: Record<string, unknown>;
}

/** A server that asks what it asks until each is answered, and what it was sent. */
function standIn(asks: readonly { until: string; failure: object }[]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (url: string, options?: RequestInit) => {
    const path = new URL(url, 'http://altavoz.test').pathname.replace('/trpc/', '');
    if (options?.method !== 'POST') {
      const data = path === 'output.listKinds' ? [] : self;
      return Response.json({ result: { data } });
    }
    const body = JSON.parse(String(options.body)) as Sent['body'];
    sent.push({ path, body });
    const isOfOutlet = path === 'press.updateOutlet';
    const asked = isOfOutlet && asks.find(({ until }) => body[until] === undefined);
    if (asked) {
      const data = { code: 'CONFLICT', httpStatus: 409, path, failure: asked.failure };
      return Response.json({ error: { code: -32_009, message: 'CONFLICT', data } });
    }
    const follows = (body.reach as { follows?: boolean } | undefined)?.follows;
    const revaluationId = follows ? 'lote' : null;
    const data = { id: 'diario', version: 4, reached: { appearances: 12, revaluationId } };
    return Response.json({ result: { data } });
  });
  return sent;
}

const reaching = (change: Partial<OutletReach> = {}) => ({
  until: 'reach',
  failure: { code: 'outlet_reaches_back', ...reach, ...change },
});

/** Opens the form, marks the outlet as an own channel and saves; gives the question. */
async function save(asks: Parameters<typeof standIn>[0]) {
  const sent = standIn(asks);
  const onClose = vi.fn();
  queryClient.clear();
  await renderInTheOffice(() => (
    <QueryClientProvider client={queryClient}>
      <SelfProvider self={self}>
        <OutletForm outlet={outlet} onClose={onClose} />
        <QuestionDialog />
      </SelfProvider>
    </QueryClientProvider>
  ));
  const town = await screen.findByLabelText<HTMLInputElement>('Municipio');
  await userEvent.type(town, 'Medellín');
  await userEvent.click(screen.getByLabelText('Es un canal propio de la entidad'));
  await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
  const question = async () =>
    screen.findByRole('dialog', { name: '¿Cambian también las apariciones de El Diario?' });
  return { sent, onClose, town, question };
}

configure({ asyncUtilTimeout: 10_000 });

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('an outlet whose change would move what open months count', () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  test('asks with the appearances, the months, the value on each side and what stays', async () => {
    const { sent, onClose, question } = await save([reaching()]);
    const dialog = await question();
    expect(dialog.textContent).toContain(
      'Hay 12 apariciones de meses abiertos que contarían de otra manera: octubre de 2026, noviembre de 2026.',
    );
    expect(dialog.textContent).toContain(
      'En meses cerrados (septiembre de 2026) hay 4 apariciones',
    );
    const rows = within(dialog)
      .getAllByRole('row')
      .map((row) => [...row.children].map((cell) => cell.textContent?.replaceAll(/\s/g, ' ')));
    expect(rows).toEqual([
      ['Suma en', 'Hoy', 'Si cambian'],
      ['Prensa (escrita y virtual)', '12 apariciones, $ 5.400.000', '0 apariciones, $ 0'],
      ['Prensa (escrita y virtual), sin contar', '0 apariciones, $ 0', '12 apariciones, $ 0'],
    ]);
    expect(sent).toHaveLength(1);
    expect(onClose).not.toHaveBeenCalled();
    await press('Volver sin cambiar nada');
  });

  test('takes them along where so chosen, and offers to undo it', async () => {
    const { sent, onClose, question } = await save([reaching()]);
    await question();
    await press('Cambiar 12 apariciones');
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(sent.at(-1)).toMatchObject({
      path: 'press.updateOutlet',
      body: {
        at: { id: 'diario', version: 3 },
        fields: { isOwnChannel: true, town: 'Medellín' },
        reach: { seal, follows: true },
      },
    });
    await screen.findByText(
      'El medio quedó guardado y cambiaron 12 apariciones de meses abiertos.',
    );
    await press('Deshacer');
    await waitFor(() => expect(sent.at(-1)?.path).toBe('press.undoRevaluation'));
    expect(sent.at(-1)?.body).toMatchObject({ id: 'lote' });
  });

  test('leaves them where so chosen, and says what stays as it is', async () => {
    const { sent, onClose, question } = await save([reaching()]);
    await question();
    await press('Dejarlas como están');
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(sent.at(-1)?.body).toMatchObject({ reach: { seal, follows: false } });
    await screen.findByText(
      'El medio quedó guardado. 12 apariciones de meses abiertos siguen contando como antes.',
    );
    expect(screen.queryByRole('button', { name: 'Deshacer' })).toBe(null);
  });

  test('saves nothing where nobody chose, and keeps what was typed', async () => {
    const { sent, onClose, town, question } = await save([reaching()]);
    await question();
    await press('Volver sin cambiar nada');
    expect((await screen.findByRole('alert')).textContent).toContain(
      'El cambio movería 12 apariciones de meses abiertos. No se guardó nada',
    );
    expect(town.value).toBe('Medellín');
    expect(onClose).not.toHaveBeenCalled();
    expect(sent).toHaveLength(1);
  });

  test('asks what else follows from it, one question after the other', async () => {
    const { sent, onClose, question } = await save([
      reaching(),
      { until: 'countsBoth', failure: bothCounted },
    ]);
    await question();
    await press('Cambiar 12 apariciones');
    await screen.findByRole('dialog', { name: '¿Contar los registros y el total?' });
    await press('Contar ambos');
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(sent).toHaveLength(3);
    expect(sent.at(-1)?.body).toMatchObject({
      countsBoth: true,
      reach: { seal, follows: true },
      fields: { isOwnChannel: true },
    });
  });

  test('offers only to leave them where they are more than one batch takes', async () => {
    const { question } = await save([reaching({ isTooLarge: true, appearances: 20_001 })]);
    const dialog = await question();
    expect(dialog.textContent).toContain('Son más de 20.000 y no se cambian todas a la vez.');
    expect(
      within(dialog)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['', 'Volver sin cambiar nada', 'Dejarlas como están']);
    await press('Volver sin cambiar nada');
  });
});

describe('an import of outlets', () => {
  afterEach(cleanup);

  test('asks the same of all of them, and is sent again with the choice', async () => {
    const outlets = ['El Diario', 'La Onda'];
    const failure = { code: 'outlet_reaches_back', ...reach, outlets };
    const refused = Object.assign(new Error('refused'), { data: { failure } });
    const call = vi.fn<(choices: Choices) => Promise<string>>();
    call.mockRejectedValueOnce(refused).mockResolvedValueOnce('written').mockRejectedValue(refused);
    await renderInTheOffice(() => <QuestionDialog />);
    const title = '¿Cambian también las apariciones de 2 medios?';

    const written = untilChosen(call);
    const dialog = await screen.findByRole('dialog', { name: title });
    const named = within(dialog).getAllByRole('listitem');
    expect(named.map(({ textContent }) => textContent)).toEqual(outlets);
    await press('Dejarlas como están');
    expect(await written).toBe('written');
    expect(call.mock.calls).toEqual([[{}], [{ reach: { seal, follows: false } }]]);

    const left = untilChosen(call).catch((error: unknown) => error);
    await screen.findByRole('dialog', { name: title });
    await press('Volver sin cambiar nada');
    expect(await left).toBe(refused);
  });
});
