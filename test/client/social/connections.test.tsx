import { cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ConnectionEnd } from '../../../client/social/connection-end.tsx';
import { ConnectionState } from '../../../client/social/connection-state.tsx';
import { PageForm } from '../../../client/social/page-form.tsx';
import {
  useFailureWords,
  useNetworkFailureWords,
} from '../../../client/social/use-failure-words.ts';
import type { NetworkFailure } from '../../../shared/social/network-failure.ts';
import type { ConnectionRow } from '../../../shared/social/rows.ts';
import { showScreen } from '../../support/screen-of.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const working: ConnectionRow = {
  id: 'c',
  version: 1,
  updatedAt: '2026-11-22T15:00:00.000Z',
  updatedBy: 'Ana',
  network: 'facebook',
  label: '',
  baseUrl: null,
  storedFields: ['accessToken'],
  status: 'working',
  statusAt: '2026-11-22T15:00:00.000Z',
  failure: null,
  expiresAt: '2027-01-11T12:00:00.000Z',
  checkStatus: 'done',
  checkedAt: '2026-11-22T15:00:00.000Z',
  pages: 3,
};
const denied: NetworkFailure = {
  kind: 'refused',
  reason: 'permission_missing',
  facts: { permissions: 'read_insights' },
};

describe('a connection', () => {
  const show = (connection: ConnectionRow) =>
    showScreen(() => (
      <>
        <ConnectionState connection={connection} />
        <ConnectionEnd connection={connection} />
      </>
    ));

  test('that works says how many days are left', async () => {
    await show(working);
    expect(await screen.findByText('Funciona')).toBeTruthy();
    expect(screen.getByText('faltan 50 días')).toBeTruthy();
  });

  test('that needs another key has no days left', async () => {
    await show({ ...working, status: 'needs_token' });
    expect(await screen.findByText('ya no sirve')).toBeTruthy();
    expect(screen.queryByText(/faltan/)).toBeNull();
  });

  test('that lacks a permission is not said to work', async () => {
    await show({ ...working, status: 'lacking', failure: denied });
    expect(await screen.findByText('Le falta un permiso')).toBeTruthy();
    expect(screen.queryByText('Funciona')).toBeNull();
  });
});

test.each([
  [denied, /falta un permiso\. Le faltan: read_insights\. Quien administra debe crear la clave/],
  [
    {
      kind: 'retry_later',
      reason: 'throttled',
      at: '2026-11-22T19:05:00.000Z',
      facts: {},
    },
    /después del 22 nov 2026, 14:05; no hay que hacer nada/,
  ],
  [
    { kind: 'refused', reason: 'version_retired', facts: {} },
    /Quien instaló Altavoz.*actualizarlo/,
  ],
  [{ kind: 'refused', reason: 'usage_capped', facts: {} }, /ampliar el cupo/],
  [{ kind: 'reauthorise', reason: 'token_expired', facts: {} }, /pegar otra clave/],
] as [NetworkFailure, RegExp][])('$reason says who must do what', async (failure, words) => {
  await showScreen(() => <p>{useNetworkFailureWords()(failure)}</p>);
  expect((await screen.findByText(/./, { selector: 'p' })).textContent).toMatch(words);
});

test('a post that is gone is told as one post, with no page to correct', async () => {
  const failure: NetworkFailure = { kind: 'refused', reason: 'page_unknown', facts: { post: '1' } };
  await showScreen(() => <p>{useFailureWords()({ metric: null, failure })}</p>);
  const { textContent } = await screen.findByText(/^Una publicación: Ya no está/);
  expect(textContent).not.toMatch(/página|nombre de usuario/);
});

test('an address pasted as the name of a page says its network, its server and its name', async () => {
  const { inputsTo } = await showScreen(() => <PageForm onClose={() => undefined} />, {
    role: 'admin',
    answers: {
      'accounts.listDepartments': () => ({ data: [] }),
      'social.listConnections': () => ({ data: [] }),
      'social.createPage': () => ({ data: { id: 'p', version: 1 } }),
    },
  });
  const handle = await screen.findByLabelText(/Nombre de usuario/);
  fireEvent.change(handle, { target: { value: 'https://social.gov.example/@oficina' } });
  fireEvent.blur(handle);
  expect(await screen.findByDisplayValue('Mastodon')).toBeTruthy();
  expect(screen.getByDisplayValue('oficina')).toBeTruthy();
  await userEvent.type(screen.getByLabelText(/^Nombre \*?$|^Nombre$/), 'Oficina');
  await userEvent.click(screen.getByRole('button', { name: /Guardar/ }));
  await vi.waitFor(() => expect(inputsTo('social.createPage')).toHaveLength(1));
  expect(inputsTo('social.createPage')).toMatchObject([
    { network: 'mastodon', handle: 'oficina', baseUrl: 'https://social.gov.example' },
  ]);
});
