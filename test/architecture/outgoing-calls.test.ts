import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findWaysOut } from './outgoing-calls.ts';

/** The room whose client refuses what is not public. */
const room = /^server\/reach\//;

const sources = ['server', 'jobs', 'shared'].flatMap((layer) =>
  readdirSync(layer, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);

/** Ways out beside the room: none of them goes to an address that a person types. */
const allowed: Record<string, string[]> = {
  // Knows no provider but its own passwords; what it would tell its makers stays switched off.
  'server/accounts/auth.ts': ['better-auth'],
  'server/accounts/hash-password.ts': ['better-auth'],
  // DATABASE_URL and SMTP_URL are of the environment: who sets them runs the machine.
  'server/database/postgres.ts': ['pg'],
  'jobs/mail/send-message.ts': ['nodemailer'],
  // Is handed a page that the room read, and asks for none.
  'server/press/capture/describe-body.ts': ['open-graph-scraper'],
  // Starts a program of its own, which reads what it is handed.
  'server/apart/reader-process.ts': ['node:child_process: fork'],
  // Finds the library that a thread opens the same file with.
  'server/database/write-ahead-log.ts': ['createRequire of import.meta.url'],
  // Loads what stands beside it, by names that it reads from its own folder.
  'jobs/list-connectors.ts': ['import of new URL(name, folder).href'],
  'jobs/terminal/run-built.js': ['import of pathToFileURL(program).href'],
  'jobs/terminal/build-when-stale.js': ['node:child_process: spawnSync'],
  // Tools of development and of the demonstration, on this machine alone.
  'jobs/sandbox/check/check-api-answer.ts': ['ajv'],
  'jobs/sandbox/check/collect-calls.ts': ['fetch'],
  'jobs/sandbox/newspaper/serve-newspaper.ts': ['node:dns: lookup'],
};

describe('what leaves the server', () => {
  test('leaves by one room, but for what goes to no address that people type', () => {
    const outside = sources.filter((path) => !room.test(path));
    expect(outside.length).toBeGreaterThan(500);
    const found = outside.map((path) => [path, findWaysOut(path, readFileSync(path, 'utf8'))]);
    expect(Object.fromEntries(found.filter(([, ways]) => ways?.length !== 0))).toEqual(allowed);
  });

  test('and the room is where requests are made', () => {
    const ways = sources
      .filter((path) => room.test(path))
      .flatMap((path) => findWaysOut(path, readFileSync(path, 'utf8')));
    expect(ways.join()).toContain('node:https: Agent, request');
  });

  test.each([
    "const answer = await fetch('https://a.co');",
    'const ask = fetch;',
    'await globalThis.fetch(address);',
    "import { request } from 'node:http';",
    "import { get as ask } from 'https';",
    "import http from 'node:http';",
    "import * as net from 'node:net';",
    "import { connect, isIP } from 'node:net';",
    "import { lookup } from 'node:dns/promises';",
    "import { createSocket } from 'node:dgram';",
    "import { spawn } from 'node:child_process';",
    "import 'undici';",
    "import axios from 'axios';",
    "import { createTransport } from 'nodemailer';",
    "export { request } from 'node:http';",
    "const { request } = await import('node:https');",
    'const found = await import(name);',
    "const tls = require('tls');",
    'new WebSocket(address);',
    'new EventSource(address);',
  ])('the check catches %s', (line) => {
    expect(findWaysOut('planted.ts', line)).toHaveLength(1);
  });

  test.each([
    "import { createServer, type IncomingMessage } from 'node:http';",
    "import type { LookupFunction } from 'node:net';",
    "import { isIPv6 } from 'node:net';",
    "import { z } from 'zod';",
    "import { sendRequest } from '../reach/send-request.ts';",
    'interface Room { fetch(page: string): void }',
    'const room = { fetch: () => 1 };',
    'await queue.fetch(3);',
  ])('the check lets %s pass', (line) => {
    expect(findWaysOut('planted.ts', line)).toEqual([]);
  });
});
