import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchChromium } from '../../support/chromium.ts';

/** Kilobytes of 1,000 bytes, compressed by gzip, that a screen downloads. */
export interface ScreenSize {
  javascript: number;
  /** Scripts, styles, fonts and the page itself, without data. */
  everything: number;
}

/** What the first screens download. */
export interface ScreenSizes {
  entrance: ScreenSize;
  /** *Resumen* opened afresh, already signed in. */
  summary: ScreenSize;
}

/** The size of a file of the built client as a server that compresses sends it. */
function compressedSize(path: string): number {
  const file = join(
    'dist/client',
    path === '/' || !existsSync(join('dist/client', path)) ? 'index.html' : path,
  );
  const content = readFileSync(file);
  return /\.(woff2?|png|jpe?g)$/.test(file)
    ? content.length
    : gzipSync(content, { level: 9 }).length;
}

async function sizeOf(
  browser: Browser,
  url: string,
  state: BrowserContextOptions['storageState'],
  isThere: string,
): Promise<ScreenSize> {
  const context = await browser.newContext({ storageState: state });
  const page = await context.newPage();
  const paths = new Set<string>();
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    if (!/^\/(trpc|api)\//.test(pathname)) paths.add(pathname);
  });
  await page.goto(url);
  await page.waitForSelector(isThere);
  await page.waitForLoadState('networkidle');
  await context.close();
  const sum = (some: string[]) =>
    some.reduce((total, path) => total + compressedSize(path), 0) / 1_000;
  return {
    javascript: sum([...paths].filter((path) => path.endsWith('.js'))),
    everything: sum([...paths]),
  };
}

/** Opens the first screens of a running server in Chromium and adds up what they ask for. */
export async function measureFirstScreens(port: number, cookie: string): Promise<ScreenSizes> {
  const url = `http://127.0.0.1:${port}/`;
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  const session = { name, value, domain: '127.0.0.1', path: '/', expires: -1 };
  const marks = { httpOnly: true, secure: false, sameSite: 'Lax' } as const;
  const browser = await launchChromium();
  try {
    return {
      entrance: await sizeOf(browser, url, undefined, 'input[type=password]'),
      summary: await sizeOf(
        browser,
        url,
        { cookies: [{ ...session, ...marks }], origins: [] },
        'main',
      ),
    };
  } finally {
    await browser.close();
  }
}
