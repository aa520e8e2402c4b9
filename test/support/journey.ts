import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest';
import { demoAccounts } from '../../server/accounts/demo-accounts.ts';
import type { Role } from '../../shared/accounts/roles.ts';
import { launchChromium } from './chromium.ts';

/** A window of the browser, and everything that went wrong in it. */
export interface Journey {
  page: Page;
  context: BrowserContext;
  /** Errors of the console, of scripts and of answers that the server could not give. */
  problems: string[];
  /** Statuses of refusals that the journey is about: the browser itself writes each on its console. */
  refusals: number[];
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
  // Calls beside the page are made as by one of the server's own, which says so by itself.
  const { request } = context;
  const post = request.post.bind(request);
  request.post = (address, options) =>
    post(address, { ...options, headers: { origin: new URL(url).origin, ...options?.headers } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const problems: string[] = [];
  const refusals: number[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const [, status] = /^Failed to load resource: .* status of (\d+)/.exec(message.text()) ?? [];
    if (refusals.includes(Number(status))) return;
    problems.push(`console: ${message.text()} at ${message.location().url}`);
  });
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} from ${response.url()}`);
  });
  return { page, context, problems, refusals };
}

function nameOf(role: Role): string {
  return demoAccounts.find((account) => account.role === role)?.name ?? role;
}

/** The demonstration of the tests of this file alone, while they go: what they change no other file sees meanwhile. */
function demoUrl(): string {
  const url = inject('demoUrls')[Number(process.env.VITEST_POOL_ID) - 1];
  if (!url) throw new Error('more files of journeys go at once than there are demonstrations');
  return url;
}

/** One browser for the tests of a file, on the demonstration; each window is checked when its test ends. */
export function demoBrowser() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  async function open(look?: WindowLook): Promise<Journey> {
    const journey = await openWindow(browser, demoUrl(), look);
    onTestFinished(async () => {
      await journey.context.close();
      expect(journey.problems).toEqual([]);
    });
    return journey;
  }

  return {
    open,
    /** Opens a page of the demonstration, signed in as the role. */
    async enter(role: Role, path: string, look?: WindowLook): Promise<Journey> {
      const journey = await open(look);
      const response = await journey.context.request.post('/api/auth/sign-in/email', {
        data: { email: `${role}@demo.test`, password: 'altavoz-demo' },
        headers: { 'x-forwarded-for': `192.0.2.${Math.floor(Math.random() * 250)}` },
      });
      if (!response.ok()) throw new Error(`${role} could not sign in: ${response.status()}`);
      await journey.page.goto(path);
      return journey;
    },
    /** Signs in as a person would, by the role's button of the demonstration. */
    async enterByButton(role: Role): Promise<Journey> {
      const journey = await open();
      await journey.page.goto('/');
      await journey.page.getByRole('button', { name: nameOf(role) }).click();
      await journey.page.getByRole('heading', { level: 1, name: 'Resumen' }).waitFor();
      return journey;
    },
  };
}

/**
 * What axe finds wrong on the page as it stands, one line a finding with the first place of each;
 * by some rules only, where they are given.
 */
export async function axeFindings({ page }: Journey, rules?: string[]): Promise<string[]> {
  // It stays with the page, which is looked at by day, by night and on a telephone.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { axe: onPage } = window as unknown as { axe: typeof axe };
    // What holds is most of what axe tells, and telling it takes as long as looking.
    const resultTypes = ['violations' as const];
    const options = runOnly ? { resultTypes, runOnly } : { resultTypes };
    const { violations } = await onPage.run(document, options);
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes.length}), at ${nodes[0]?.html.slice(0, 200)}`,
    );
  }, rules);
}
