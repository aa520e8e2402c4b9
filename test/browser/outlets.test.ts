import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser } from '../support/journey.ts';
import { readTable } from '../support/screen.ts';

const { enter } = demoBrowser();
const name = 'El Colombiano';

/** How the outlet stands in the list, as its kind says. */
async function kindOf(page: Page): Promise<string> {
  await page.goto(`/free-press?view=outlets&search=${encodeURIComponent(name)}`);
  const { heading, rows } = await readTable(page, 'Medios');
  return rows[0]?.[heading.indexOf('Tipo de medio')] ?? '';
}

describe('an outlet that turns out to be an own channel', () => {
  test('asks what its appearances are to do, takes them along, and gives all back', async () => {
    const journey = await enter('press', '/');
    const { page, refusals } = journey;
    // What is asked is a refusal until it is answered.
    refusals.push(409);
    const before = await kindOf(page);
    await page.getByRole('button', { name, exact: true }).click();
    const form = page.getByRole('dialog', { name: 'Medio' });
    await form.getByLabel('Es un canal propio de la entidad').check();
    await form.getByLabel('Es un canal propio de la entidad').press('Enter');

    const question = page.getByRole('dialog', {
      name: `¿Cambian también las apariciones de ${name}?`,
    });
    await question.waitFor();
    expect(await axeFindings(journey)).toEqual([]);
    await question.getByRole('button', { name: 'Volver sin cambiar nada' }).click();
    await form.getByText('No se guardó nada').waitFor();
    expect(await form.getByLabel('Es un canal propio de la entidad').isChecked()).toBe(true);

    await form.getByRole('button', { name: 'Guardar' }).click();
    const follow = question.getByRole('button', { name: /^Cambiar \d+ apariciones?$/ });
    const [count] = /\d+/.exec((await follow.textContent()) ?? '') ?? [];
    await follow.click();
    await page.getByText(new RegExp(`cambi(ó|aron) ${count} aparici`)).waitFor();
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await page.getByText('Se deshizo el cambio.').waitFor();

    expect(await kindOf(page)).toBe(before);
    await page.goto('/free-press?view=rates&part=revaluations');
    const { heading, rows } = await readTable(page, 'Revaluaciones hechas');
    const batch = rows[0] ?? [];
    expect(batch[heading.indexOf('Motivo')]).toBe(`${name} pasó a ser canal propio`);
    expect(batch[heading.indexOf('Apariciones')]).toBe(count);
    expect(batch[heading.indexOf('Estado')]).toContain('Deshecha por');
  });
});
