// Takes the screenshots of the README from a demonstration that it starts and stops.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';

const folder = 'docs/screenshots';
const screens = [
  { name: 'resumen', path: '/' },
  { name: 'produccion', path: '/produccion' },
  { name: 'free-press', path: '/free-press' },
  { name: 'redes', path: '/redes' },
  { name: 'indicadores', path: '/indicadores' },
];

async function startDemo(dataDir: string): Promise<{ url: string; stop(): Promise<void> }> {
  const demo = spawn(process.execPath, ['jobs/terminal/run-built.js', 'demo'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => demo.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    demo.stdout.on('data', (chunk) => {
      said += chunk;
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (address) resolve(address);
    });
    demo.once('close', () => reject(new Error('the demonstration did not start')));
  });
  return {
    url,
    async stop() {
      demo.kill('SIGTERM');
      await ended;
    },
  };
}

/** Until nothing is loading and the charts have been drawn. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(1_500);
}

async function takeScreenshots(url: string): Promise<void> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: 1_280, height: 860 },
      deviceScaleFactor: 1.5,
      colorScheme: 'light',
      locale: 'es-CO',
      timezoneId: 'America/Bogota',
      reducedMotion: 'reduce',
    });
    await context.request.post('/api/auth/sign-in/email', {
      data: { email: 'coordinator@demo.test', password: 'altavoz-demo' },
    });
    const page = await context.newPage();
    for (const { name, path } of screens) {
      await page.goto(path);
      await settle(page);
      await page.screenshot({ path: join(folder, `${name}.png`) });
      process.stdout.write(`${join(folder, name)}.png\n`);
    }
  } finally {
    await browser.close();
  }
}

const dataDir = mkdtempSync(join(tmpdir(), 'altavoz-screenshots-'));
mkdirSync(folder, { recursive: true });
const demo = await startDemo(dataDir);
try {
  await takeScreenshots(demo.url);
} finally {
  await demo.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
