import { describe, expect, test } from 'vitest';
import { demoBrowser } from '../support/journey.ts';
import { numberIn, pesos, readTable } from '../support/screen.ts';

const { enterByButton } = demoBrowser();

interface MonthlyValue {
  total: { count: number; valueCop: number };
}

describe('the secretary', () => {
  test('sees the free-press value of the year and the appearances it is made of', async () => {
    const { page, context } = await enterByButton('secretary');
    await page.getByRole('link', { name: 'Free press' }).click();
    await page.getByRole('heading', { level: 1, name: 'Free press' }).waitFor();
    const year = new Date().getFullYear();
    const input = JSON.stringify({ from: `${year}-01`, to: `${year}-12` });
    const response = await context.request.get(
      `/trpc/press.readMonthlyValue?input=${encodeURIComponent(input)}`,
    );
    const { total } = ((await response.json()) as { result: { data: MonthlyValue } }).result.data;

    // Marked where some appearances have no value.
    await page.getByText(pesos(total.valueCop)).first().waitFor();
    await page.getByRole('button', { name: 'Ver las apariciones' }).click();
    const { rows, foot } = await readTable(page, 'Apariciones del período');
    expect(rows.length).toBeGreaterThan(10);
    const listed = numberIn(/^[\d.]+/.exec(foot[0] ?? '')?.[0] ?? '');
    const notCounted = numberIn(/([\d.]+) no cuenta/.exec(foot[0] ?? '')?.[1] ?? '0');
    expect(listed - notCounted).toBe(total.count);
    expect(foot.join('\n')).toContain(`${pesos(total.valueCop)}todos los tonos`);
    await page.locator('#press-clippings tbody th button').first().click();
    await page.getByRole('dialog').getByText('Valor publicitario equivalente').first().waitFor();
  });

  test('reads but is offered no way to write', async () => {
    const { page } = await enterByButton('secretary');
    for (const [link, action] of [
      ['Producción', 'Registrar'],
      ['Free press', 'Registrar aparición'],
    ] as const) {
      await page.getByRole('link', { name: link }).click();
      await page.getByRole('heading', { level: 1, name: link }).waitFor();
      expect(await page.getByRole('button', { name: action, exact: true }).count()).toBe(0);
    }
    expect(await page.getByRole('link', { name: 'Administración' }).count()).toBe(0);
  });
});
