import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium to run, and what its environment needs beside this process's. */
interface FoundChromium {
  executablePath: string;
  env: Record<string, string>;
}

function machineChromium(): FoundChromium | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  return found ? { executablePath: found, env: {} } : undefined;
}

/**
 * The Chromium inside an npm package. It unpacks the system libraries that a bare machine lacks
 * only where it believes itself to be in a cloud function.
 */
async function packagedChromium(): Promise<FoundChromium> {
  const { AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  const env: FoundChromium['env'] = { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '' };
  if (!existsSync('/etc/fonts')) env.FONTCONFIG_PATH = process.env.FONTCONFIG_PATH ?? '';
  for (const [name, value] of Object.entries({
    AWS_EXECUTION_ENV,
    LD_LIBRARY_PATH,
    FONTCONFIG_PATH,
  })) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  return { executablePath, env };
}

/** Starts a headless Chromium: the machine's own where found, else the one from npm. The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } =
    process.env.PACKAGED_CHROMIUM === '1'
      ? await packagedChromium()
      : (machineChromium() ?? (await packagedChromium()));
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return chromium.launch({
    executablePath,
    args: flags,
    env: { ...Object.fromEntries(inherited), ...env },
  });
}
