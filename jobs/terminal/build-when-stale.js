// Plain JavaScript: it runs before anything is built, on every supported Node, and also where
// the development tools are not installed.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '../..');
const dist = join(root, 'dist');
/** What each half of the build leaves; the older one is the age of the whole. */
const results = [join(dist, 'client/index.html'), join(dist, 'server/web.js')];
const lock = join(dist, 'building');
const sources = ['client', 'server', 'shared', 'jobs', 'vite.config.ts', 'package-lock.json'];

/**
 * The newest change under a file or folder, removals included, as milliseconds since 1970.
 * @param {string} path
 * @returns {number}
 */
function newestChange(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const times = entries.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(mtimeMs, ...times);
}

function isBuilt() {
  return results.every((path) => existsSync(path));
}

function isStale() {
  if (!isBuilt()) return true;
  const builtAt = Math.min(...results.map((path) => statSync(path).mtimeMs));
  return sources.some((source) => {
    const path = join(root, source);
    if (!existsSync(path)) return false;
    const changed = statSync(path).isDirectory() ? newestChange(path) : statSync(path).mtimeMs;
    return changed > builtAt;
  });
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Takes the lock, or waits for the process that builds meanwhile; says which it was. */
function takeLock() {
  mkdirSync(dist, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (owner > 0 && !isAlive(owner)) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

/**
 * @param {string} vite
 * @param {string[]} options
 */
function runVite(vite, options) {
  const done = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn', ...options], {
    cwd: root,
    // Whoever starts it, a test too, gets what people are served.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (done.status !== 0) throw new Error('the build failed');
}

function build() {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  if (!existsSync(vite)) {
    if (isBuilt()) return;
    throw new Error('nothing is built here and the tools to build are missing: run "npm install"');
  }
  process.stderr.write('Building the client and the programs…\n');
  // What changes while it builds makes the next start build again.
  const startedAt = new Date();
  runVite(vite, []);
  runVite(vite, ['--mode', 'programs', '--ssr']);
  for (const path of results) utimesSync(path, startedAt, startedAt);
}

/**
 * Builds the client and the programs into `dist` when that is missing or older than the sources.
 * Processes that start together build once. An installation without the tools runs what is there.
 * @returns {string} the folder of the built programs
 * @throws {Error} when the build fails
 */
export function buildWhenStale() {
  const programs = join(dist, 'server');
  if (!existsSync(join(root, 'server')) || !isStale()) return programs;
  takeLock();
  try {
    if (isStale()) build();
  } finally {
    rmSync(lock, { force: true });
  }
  return programs;
}
