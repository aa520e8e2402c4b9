import { TextInput } from '@mantine/core';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DrawerForm } from '../../../client/ui/drawer-form.tsx';
import { useRecordForm } from '../../../client/ui/use-record-form.ts';
import { renderInTheOffice } from '../../support/in-the-office.tsx';

type Save = (values: { name: string }, overVersion: number | undefined) => Promise<unknown>;

function refused(failure: object): Error {
  return Object.assign(new Error('refused'), { data: { failure } });
}

function NameForm({ save, onClose }: { save: Save; onClose(): void }) {
  const form = useRecordForm({ initialValues: { name: 'Cultura' }, save, onSaved: onClose });
  return (
    <DrawerForm title="Dependencia" form={form} onClose={onClose} timeZone="America/Bogota">
      <TextInput label="Nombre" data-autofocus {...form.fields.getInputProps('name')} />
    </DrawerForm>
  );
}

async function open(save: Save) {
  const onClose = vi.fn();
  await renderInTheOffice(() => <NameForm save={save} onClose={onClose} />);
  const field = await screen.findByLabelText<HTMLInputElement>('Nombre');
  return { onClose, field };
}

describe('the form of a record', () => {
  afterEach(cleanup);

  test('Enter saves what is typed', async () => {
    const save = vi.fn<Save>(async () => undefined);
    const { onClose, field } = await open(save);
    await userEvent.type(field, ' y Educación{Enter}');
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(save).toHaveBeenCalledWith({ name: 'Cultura y Educación' }, undefined);
  });

  test('Esc leaves at once when nothing changed, and asks when something did', async () => {
    const { onClose, field } = await open(async () => undefined);
    await userEvent.type(field, ' nueva');
    await userEvent.keyboard('{Escape}');
    expect(await screen.findByText('¿Salir sin guardar?')).toBeTruthy();
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Seguir editando' }));
    expect(field.value).toBe('Cultura nueva');
    cleanup();

    const untouched = await open(async () => undefined);
    await userEvent.click(untouched.field);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(untouched.onClose).toHaveBeenCalledOnce());
  });

  test('a refused field says why and takes the focus, with what was typed still there', async () => {
    const fields = [{ path: 'fields.name', rule: 'required', facts: {} }];
    const { onClose, field } = await open(async () => {
      throw refused({ code: 'invalid_input', fields });
    });
    await userEvent.clear(field);
    await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
    expect(await screen.findByText('Este dato es obligatorio.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(onClose).not.toHaveBeenCalled();
  });

  test.each([
    ['disk_full', /El disco del servidor está lleno.*Avise a quien administra Altavoz/],
    ['database_unreachable', /no alcanza su base de datos.*Intente de nuevo en unos minutos/],
    ['database_read_only', /solo se deja leer.*Avise a quien administra Altavoz/],
    ['database_damaged', /está dañada.*Avise a quien administra Altavoz/],
  ])(
    'a failure of the whole (%s) is read at once, and what was typed is saved later',
    async (code, said) => {
      const save = vi.fn<Save>().mockRejectedValueOnce(refused({ code }));
      const { field, onClose } = await open(save);
      await userEvent.type(field, '!{Enter}');
      const alert = await screen.findByText(said);
      await waitFor(() => expect(document.activeElement?.contains(alert)).toBe(true));
      expect(field.value).toBe('Cultura!');
      expect(onClose).not.toHaveBeenCalled();
      await userEvent.type(field, '{Enter}');
      await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
      expect(save).toHaveBeenLastCalledWith({ name: 'Cultura!' }, undefined);
    },
  );

  test('when somebody else saved first, what was typed stays and can be saved over it', async () => {
    const save = vi.fn<Save>(async (_values, overVersion) => {
      if (overVersion !== undefined) return undefined;
      throw refused({
        code: 'record_changed',
        record: 'department',
        id: 'd',
        currentVersion: 4,
        changedAt: '2026-11-22T15:05:00Z',
        changedBy: 'Catalina',
      });
    });
    const { onClose, field } = await open(save);
    await userEvent.type(field, ' mía{Enter}');
    expect(await screen.findByText(/Lo cambió Catalina el 22 nov 2026, 10:05/)).toBeTruthy();
    expect(field.value).toBe('Cultura mía');
    await userEvent.click(screen.getByRole('button', { name: 'Guardar lo mío encima' }));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(save).toHaveBeenLastCalledWith({ name: 'Cultura mía' }, 4);
  });
});
