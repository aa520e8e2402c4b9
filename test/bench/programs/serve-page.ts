// The least that opens the database and serves the page: the floor of a cold start.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Fastify from 'fastify';

const { DATA_DIR = '', CLIENT_PAGE = '', PORT = '0' } = process.env;
const file = new Database(join(DATA_DIR, 'altavoz.db'), { fileMustExist: true });
file.pragma('journal_mode = WAL');
file.prepare('select count(*) from sqlite_master').get();
const page = readFileSync(CLIENT_PAGE, 'utf8');
const app = Fastify();
app.get('/*', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
await app.listen({ host: '127.0.0.1', port: Number(PORT) });
