import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser } from '../support/journey.ts';
import { readTable } from '../support/screen.ts';

const { enter } = demoBrowser();

describe('the pulls', () => {
  test('are on record, and each tells page by page what it read', async () => {
    const journey = await enter('viewer', '/redes?view=pulls');
    const { page } = journey;
    const { heading, rows } = await readTable(page, 'Capturas');
    expect(heading.slice(0, 3)).toEqual(['Empezó', 'Estado', 'Qué lee']);
    expect(rows.length).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: 'Pedir captura' }).count()).toBe(0);

    await page.locator('tbody th button').last().click();
    await page.getByRole('heading', { name: /^Captura del / }).waitFor();
    const steps = await readTable(page, 'Página por página');
    expect(steps.rows.some(([, part]) => part === 'Cifras de hoy')).toBe(true);
    expect(await axeFindings(journey)).toEqual([]);

    await page.getByLabel('Buscar página').fill('nada se llama así');
    await page.getByText('Nada coincide con lo que busca').waitFor();
    await page.getByRole('button', { name: 'Todas las capturas' }).click();
    await readTable(page, 'Capturas');
  });

  test('one of a single page is asked for, followed and found again by its name', async () => {
    const journey = await enter('press', '/redes?view=pulls', { width: 390 });
    const { page } = journey;
    await page.getByRole('button', { name: 'Pedir captura' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('De cuál página').fill('Mujer');
    await page.getByRole('option', { name: /Mujer/ }).first().click();
    expect(await axeFindings(journey)).toEqual([]);
    await form.getByRole('button', { name: 'Empezar' }).click();
    await page.getByText('Se leyó 1 página.').waitFor();

    await page
      .getByText(/^Lo nuevo de .*Mujer/)
      .first()
      .waitFor();
    await page.locator('tbody th button').first().click();
    await page.getByText('Pedida por Pablo Prensa').waitFor();
    await page.getByText('1 de 1', { exact: true }).waitFor();
    expect(await axeFindings(journey)).toEqual([]);
  });
});
