import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import ChangePasswordDialog from '../../../client/app/change-password-dialog.tsx';
import type { Failure } from '../../../shared/failure.ts';
import { renderInTheOffice } from '../../support/in-the-office.tsx';

/** A server that refuses whatever it is sent. */
function refusing(failure: Failure) {
  const send = vi.fn(async () => Response.json({ error: { data: { failure } } }, { status: 400 }));
  vi.stubGlobal('fetch', send);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return send;
}

async function changeTo(next: string): Promise<string> {
  const person = userEvent.setup();
  const field = await screen.findByLabelText(/^Contraseña nueva/);
  await person.clear(field);
  await person.type(field, next);
  await person.click(screen.getByRole('button', { name: 'Cambiar contraseña' }));
  return (await screen.findByRole('alert')).textContent ?? '';
}

test('why a new password is not taken is told, by the screen or by the server, and what was typed stays', async () => {
  const send = refusing({
    code: 'invalid_input',
    fields: [{ path: 'newPassword', rule: 'password_email', facts: {} }],
  });
  await renderInTheOffice(() => <ChangePasswordDialog onClose={() => undefined} />);
  await userEvent.type(await screen.findByLabelText(/^Contraseña actual/), 'una clave larga');
  expect(await changeTo('corta')).toContain('al menos 10 caracteres');
  expect(await changeTo('1234567890')).toContain('de las primeras que se prueban');
  expect(await changeTo('zzzzzzzzzz')).toContain('un mismo carácter repetido');
  expect(send).not.toHaveBeenCalled();
  expect(await changeTo('ana@oficina.test')).toContain('no puede ser el correo');
  expect(send).toHaveBeenCalledOnce();
  expect(await screen.findByLabelText(/^Contraseña nueva/)).toHaveProperty(
    'value',
    'ana@oficina.test',
  );
  expect(await screen.findByLabelText(/^Contraseña actual/)).toHaveProperty(
    'value',
    'una clave larga',
  );
  refusing({ code: 'too_many_requests', retryAfterSeconds: 900 });
  expect(await changeTo('otra clave larga')).toContain('Espere 900 segundos');
});
