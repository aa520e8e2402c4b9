import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** A window of the browser, and everything that went wrong in it. */
export interface Journey {
  page: Page;
  context: BrowserContext;
  /** Errors of the console, of scripts and of answers that the server could not give. */
  problems: string[];
}

export interface WindowLook {
  scheme?: 'light' | 'dark';
  width?: number;
}

/** Opens a window on the server at an address, as a person in Colombia would have it. */
export async function openWindow(
  browser: Browser,
  url: string,
  { scheme = 'light', width = 1_280 }: WindowLook = {},
): Promise<Journey> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: 860 },
    colorScheme: scheme,
    locale: 'es-CO',
    timezoneId: 'America/Bogota',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} from ${response.url()}`);
  });
  return { page, context, problems };
}

/** Signs a window in without the entrance, for journeys that begin inside. */
export async function enterAs(
  { context }: Journey,
  email: string,
  password: string,
): Promise<void> {
  const response = await context.request.post('/api/auth/sign-in/email', {
    data: { email, password },
  });
  if (!response.ok()) throw new Error(`${email} could not sign in: ${response.status()}`);
}

/** What axe finds wrong on the page as it stands, one line a finding with the first place of each. */
export async function axeFindings({ page }: Journey): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.length}), at ${nodes[0]?.html.slice(0, 200)}`,
  );
}
