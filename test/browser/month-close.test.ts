import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { formatLongMonth } from '../../client/format/month-label.ts';
import { dayInZone } from '../../shared/calendar/day.ts';
import { addMonths } from '../../shared/calendar/month.ts';
import { axeFindings, demoBrowser } from '../support/journey.ts';
import { pesos } from '../support/screen.ts';

const { enter } = demoBrowser();

/** A month of its own, in which nothing else of the demonstration happens. */
const month = addMonths(dayInZone(new Date(), 'America/Bogota').slice(0, 7), -15);
const name = formatLongMonth(month);
const review = `/free-press?view=review&month=${month}`;
const notePrice = 740_000;

async function call<Data>(context: BrowserContext, path: string, input: unknown) {
  const response = await context.request.post(`/trpc/press.${path}`, { data: input as object });
  const body = (await response.json()) as {
    result?: { data: Data };
    error?: { data: { failure: { code: string } } };
  };
  return { data: body.result?.data as Data, failure: body.error?.data.failure };
}

/** Two notes of an outlet with a price, on record as the press team logs them. */
async function logTwo(context: BrowserContext) {
  const outletName = `Diario del cierre ${month}`;
  const outlet = await call<{ id: string }>(context, 'createOutlet', {
    name: outletName,
    medium: 'press',
  });
  const outletId = outlet.data.id;
  await call(context, 'createRate', {
    outletId,
    format: 'web',
    unit: 'note',
    priceCop: notePrice,
    validFrom: `${month}-01`,
    sourceType: 'published_tariff',
    sourceReference: 'Tarifario de la prueba',
  });
  const fields = { outletId, format: 'web', tone: 'positive', measures: { unit: 'note' } };
  const [first, second] = ['Primera nota del cierre', 'Segunda nota del cierre'];
  const logged = { ...fields, day: `${month}-10`, title: first };
  const { data } = await call<{ id: string }>(context, 'createClipping', logged);
  await call(context, 'createClipping', { ...fields, day: `${month}-11`, title: second });
  return { id: data.id, first, logged };
}

/** Opens an appearance from the list of the review. */
async function open(page: Page, title: string) {
  await page.getByRole('button', { name: title, exact: true }).click();
  const drawer = page.getByRole('dialog', { name: title });
  await drawer.getByRole('button', { name: 'Devolver' }).waitFor();
  return drawer;
}

describe('the close of a month', () => {
  test('goes from the review through a correction to the approval, and back with a reason', async () => {
    const pressTeam = await enter('press', '/');
    const { id, first, logged } = await logTwo(pressTeam.context);

    const secretary = await enter('secretary', review);
    const { page } = secretary;
    await page.getByRole('heading', { name: `Totales de ${name}` }).waitFor();
    await page
      .getByText(pesos(2 * notePrice), { exact: true })
      .first()
      .waitFor();
    expect(await axeFindings(secretary)).toEqual([]);
    const drawer = await open(page, first);
    await drawer.getByRole('button', { name: 'Devolver' }).click();
    await drawer.getByLabel('Qué se debe corregir').fill('El titular no es ese.');
    await drawer.getByRole('button', { name: 'Devolver' }).click();
    await drawer.getByText(/^Devuelta por/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Cerrar el mes' }).click();
    const closing = page.getByRole('dialog', { name: `Cerrar ${name}` });
    await closing.getByText('hay 1 aparición devuelta').waitFor();
    expect(await closing.getByRole('button', { name: 'Cerrar y aprobar' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');

    await pressTeam.page.goto(`/free-press?open=${id}`);
    const form = pressTeam.page.getByRole('dialog', { name: 'Aparición en medios' });
    await form.getByText('El titular no es ese.').first().waitFor();
    await form.getByLabel('Titular o tema').fill('Nota corregida del cierre');
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.waitFor({ state: 'hidden' });
    expect((await call(pressTeam.context, 'closeMonth', { month, stamp: 'x' })).failure?.code).toBe(
      'role_not_allowed',
    );

    await page.goto(review);
    await page.getByRole('button', { name: 'Aprobar las de esta página' }).click();
    const asked = page.getByRole('dialog', { name: 'Aprobar 2 apariciones' });
    await asked.getByText('Sin evidencia').first().waitFor();
    expect(await axeFindings(secretary)).toEqual([]);
    await asked.getByRole('button', { name: 'Aprobar todas (2)' }).click();
    await page.getByText('Quedaron aprobadas 2 apariciones.').waitFor();
    await page.getByRole('button', { name: 'Cerrar el mes' }).click();
    await closing.getByRole('button', { name: 'Cerrar y aprobar' }).click();
    await page.getByText(/está cerrado$/).waitFor();
    const file = page.getByRole('link', { name: 'Descargar XLSX', exact: true });
    const answer = await secretary.context.request.get((await file.getAttribute('href')) ?? '');
    expect(answer.status()).toBe(200);

    const refused = await call(pressTeam.context, 'createClipping', { ...logged, title: 'Tarde' });
    expect(refused.failure?.code).toBe('month_closed');
    await pressTeam.page.goto(`/free-press?open=${id}`);
    const details = pressTeam.page.getByRole('dialog', { name: 'Nota corregida del cierre' });
    await details.getByText(/está cerrado$/).waitFor();
    expect(await details.getByRole('button', { name: 'Guardar' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Reabrir el mes' }).click();
    const reopening = page.getByRole('dialog', { name: `Reabrir ${name}` });
    await reopening.getByLabel('Motivo').fill('Llegó una nota tarde.');
    await reopening.getByRole('button', { name: 'Reabrir', exact: true }).click();
    await page.getByText(/está reabierto$/).waitFor();
    expect(await axeFindings(secretary)).toEqual([]);
    await pressTeam.page.goto(`/free-press?open=${id}`);
    await form.getByRole('button', { name: 'Guardar' }).waitFor();
  });
});
