import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { axeFindings, openWindow } from '../support/journey.ts';
import { endProgram, type Program, startBuiltProgram } from '../support/program.ts';

let browser: Browser;
let dataDir: string;
let program: Program;
let url: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'altavoz-first-'));
  program = startBuiltProgram('web', { PORT: '0', DATA_DIR: dataDir });
  [, url = ''] = await program.says(/(http:\/\/127\.0\.0\.1:\d+)/);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  if (program) await endProgram(program);
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the first visit to a new installation', () => {
  test('gets what was built for people, not for development', async () => {
    const page = await (await fetch(url)).text();
    expect(page).toMatch(/assets\/index-[\w-]+\.js/);
    expect(page).not.toContain('jsx-dev-runtime');
  });

  test('makes the first administrator with the code of the terminal, and nobody after', async () => {
    const journey = await openWindow(browser, url);
    const { page } = journey;
    const [, code = ''] = await program.says(/administración: ([A-Z0-9-]{14})/);
    await page.goto('/');
    await page
      .getByRole('heading', { name: 'Crear la primera cuenta de administración' })
      .waitFor();
    expect(await axeFindings(journey)).toEqual([]);

    await page.getByLabel('Código de un solo uso').fill(code.toLowerCase());
    await page.getByLabel('Nombre completo').fill('Ana Administradora');
    await page.getByLabel('Correo electrónico').fill('ana@oficina.test');
    await page.getByLabel('Contraseña', { exact: true }).fill('una clave larga');
    await page.getByRole('button', { name: 'Crear cuenta' }).click();

    await page.getByRole('heading', { level: 1, name: 'Resumen' }).waitFor();
    await page.getByRole('link', { name: 'Administración' }).waitFor();
    expect(journey.problems).toEqual([]);

    const other = await openWindow(browser, url);
    await other.page.goto('/');
    await other.page.getByRole('button', { name: 'Iniciar sesión' }).waitFor();
    expect(await other.page.getByText('Datos de demostración').count()).toBe(0);
    expect(other.problems).toEqual([]);
  });

  test('says in words why a sign-in was refused, and keeps what was typed', async () => {
    const journey = await openWindow(browser, url);
    const { page } = journey;
    journey.refusals.push(401);
    await page.goto('/produccion?desde=2026-01');
    await page.getByLabel('Correo electrónico').fill('ana@oficina.test');
    await page.getByLabel('Contraseña', { exact: true }).fill('otra clave larga');
    await page.keyboard.press('Enter');

    await page.getByRole('alert').filter({ hasText: 'no coinciden' }).waitFor();
    expect(await page.getByLabel('Correo electrónico').inputValue()).toBe('ana@oficina.test');
    await page.getByLabel('Contraseña', { exact: true }).fill('una clave larga');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Producción' }).waitFor();
    expect(journey.problems).toEqual([]);
  });
});
