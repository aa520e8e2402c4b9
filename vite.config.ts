import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';

/** Leaves a .gz and a .br beside each text asset, so that serving compresses nothing. */
function compressedAssets(): Plugin {
  let folder = '';
  return {
    name: 'compressed-assets',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir, 'assets');
    },
    writeBundle() {
      for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg)$/.test(file))) {
        const content = readFileSync(join(folder, name));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
      }
    },
  };
}

const client: UserConfig = {
  root: 'client',
  plugins: [react(), compressedAssets()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    chunkSizeWarningLimit: 900,
    // Schemas that a screen does not use are left out, and the schema library with them.
    rolldownOptions: { treeshake: { manualPureFunctions: ['z'] } },
  },
};

const programFiles = {
  web: 'server/main.ts',
  jobs: 'jobs/main.ts',
  start: 'jobs/start.ts',
  demo: 'jobs/demo/main.ts',
  altavoz: 'jobs/terminal/altavoz.ts',
  // No program for people: the process in which the others read what comes from outside.
  reader: 'server/apart/reader.ts',
};

/** The programs that run on Node, each bundled with what it needs but the native parts. */
const programs: UserConfig = {
  ssr: { noExternal: true, external: ['better-sqlite3', 'pg-native'] },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      input: programFiles,
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
};

const serverTests = (dialect: 'sqlite' | 'postgres') => ({
  test: {
    name: `server on ${dialect}`,
    include: ['test/server/**/*.test.ts', 'test/jobs/**/*.test.ts'],
    env: { TEST_DIALECT: dialect },
    // Connectors, the sandbox and the reading of pages and files know no database: once is enough.
    exclude:
      dialect === 'postgres'
        ? [
            'test/jobs/{networks,sandbox}/**',
            'test/server/apart/**',
            'test/server/press/{capture/outside-pages,feeds/hostile-feeds}.test.ts',
            'test/server/output/{hostile,outside}-calendars.test.ts',
            'test/server/reach/{bound-anew,fetch-public,internal-hosts}.test.ts',
          ]
        : [],
    globalSetup: [
      dialect === 'postgres' ? 'test/support/postgres-server.ts' : 'test/support/newest-file.ts',
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Each test has a database and servers of its own, and modules keep no state between them:
    // loading them once a worker takes half the time.
    isolate: false,
  },
});

export default defineConfig(({ mode }) => {
  const build = mode === 'programs' ? programs : client;
  if (mode !== 'test') return build;
  return {
    plugins: [react()],
    test: {
      // Every core: by default one is left to whoever watches.
      maxWorkers: '100%',
      projects: [
        {
          test: {
            name: 'rules',
            include: ['test/shared/**/*.test.ts', 'test/architecture/**/*.test.ts'],
            testTimeout: 180_000,
            isolate: false,
          },
        },
        serverTests('sqlite'),
        serverTests('postgres'),
        {
          plugins: [react()],
          test: {
            name: 'client',
            include: ['test/client/**/*.test.{ts,tsx}'],
            environment: 'jsdom',
            setupFiles: ['test/support/browser-gaps.ts'],
            testTimeout: 30_000,
          },
        },
        {
          test: {
            name: 'browser',
            include: ['test/browser/**/*.test.ts'],
            globalSetup: ['test/support/demo-office.ts', 'test/support/newest-file.ts'],
            testTimeout: 120_000,
            hookTimeout: 180_000,
            // Each on a demonstration of its own: half of the time of a journey is waiting.
            maxWorkers: 2,
            // Alone and last: what it waits for on the screen is not to wait for other tests.
            sequence: { groupOrder: 1 },
          },
        },
      ],
    },
  };
});
