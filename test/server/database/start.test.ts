import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConfigError, readConfig } from '../../../server/config.ts';
import { isPostgres, makePlace, type TestPlace } from '../../support/house.ts';
import { startProgram } from '../../support/program.ts';
import { makeVisitor } from '../../support/visitor.ts';
import { environmentOf, startWebServer } from '../../support/web-server.ts';

async function place(): Promise<TestPlace> {
  const made = await makePlace();
  onTestFinished(() => made.remove());
  return made;
}

/** What a program that refuses to start says, and how it ends. */
async function refusalOf(environment: NodeJS.ProcessEnv): Promise<[number | null, string]> {
  const program = startProgram('web', environment);
  const code = await program.ended;
  return [code, program.output()];
}

describe('a program that starts', () => {
  test.skipIf(isPostgres).each([
    ['PORT', 'http', 'must be a port number'],
    ['PORT', '70000', 'must be from 0 to 65535'],
    ['DATABASE_URL', 'mysql://localhost', 'must start with postgres://'],
    ['PUBLIC_URL', 'altavoz', 'must be an http or https address'],
    ['TIME_ZONE', 'America/Estrella', 'must be an IANA time zone such as America/Bogota'],
    ['SECRET_KEY', 'corta', 'must have at least 32 characters'],
    ['SMTP_URL', 'correo.entidad.gov.co', 'must start with smtp:// or smtps://'],
    ['MAIL_FROM', 'la oficina', 'must be an e-mail address'],
    ['INTERNAL_HOSTS', 'http://a.local', 'must be names or IP addresses with commas between them'],
    ['LINKEDIN_VERSIONS', '2026', 'must be months such as 202610 with commas between them'],
    ['LOG_LEVEL', 'mucho', 'must be silent, fatal, error, warn, info, debug or trace'],
  ])('does not take %s for %s', async (name, value, reason) => {
    const environment = { ...environmentOf(await place()), [name]: value };
    expect(() => readConfig(environment)).toThrow(new ConfigError(`${name}: ${reason}`));
  });

  test.skipIf(isPostgres)('does not take a mail server without a sender', async () => {
    const environment = { ...environmentOf(await place()), SMTP_URL: 'smtp://a:clave@b' };
    const reason = new ConfigError('MAIL_FROM: must be given with SMTP_URL');
    expect(() => readConfig(environment)).toThrow(reason);
    const { mail } = readConfig({ ...environment, MAIL_FROM: 'Altavoz <a@oficina.test>' });
    expect(mail).toMatchObject({ from: 'Altavoz <a@oficina.test>', publicUrl: undefined });
  });

  test.skipIf(isPostgres)('stops with one line when a value is malformed', async () => {
    const environment = { ...environmentOf(await place()), PORT: 'http' };
    expect(await refusalOf(environment)).toEqual([1, 'altavoz: PORT: must be a port number\n']);
  });

  test.skipIf(isPostgres)('stops with one line when its folder cannot be one', async () => {
    const { dataDir } = await place();
    writeFileSync(join(dataDir, 'un-archivo'), '');
    const [code, output] = await refusalOf({ DATA_DIR: join(dataDir, 'un-archivo', 'datos') });
    expect(code).toBe(1);
    expect(output).toMatch(/^altavoz: DATA_DIR: .*ENOTDIR.*\n$/);
  });

  test.skipIf(isPostgres)('stops with one line when the database is damaged', async () => {
    const { dataDir } = await place();
    writeFileSync(join(dataDir, 'altavoz.db'), 'x'.repeat(5_000));
    const [code, output] = await refusalOf({ DATA_DIR: dataDir, PORT: '0' });
    expect(code).toBe(1);
    expect(output).toMatch(
      /^altavoz: .*altavoz\.db is damaged or is not an Altavoz database: .*\n$/,
    );
  });

  test('stops with one line when the server of its database does not answer', async () => {
    const environment = {
      ...environmentOf(await place()),
      DATABASE_URL: 'postgres://altavoz:clave@127.0.0.1:1/altavoz',
    };
    const [code, output] = await refusalOf(environment);
    expect(code).toBe(1);
    expect(output).toMatch(/^altavoz: The database cannot be reached: .*\n$/);
    expect(output).not.toContain('clave');
  });

  test('stops with one line when another program listens on its port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as { port: number };
    const environment = { ...environmentOf(await place()), PORT: String(port) };
    const [code, output] = await refusalOf(environment);
    expect(code).toBe(1);
    expect(output).toBe(`altavoz: PORT: ${port} is taken by another program\n`);
  });

  test('prints the code of the first administrator, and stops in order when asked to', async () => {
    const { program, url } = await startWebServer(await place());
    const [, code] = await program.says(/administración: ([A-Z0-9-]{14})/);
    const made = await makeVisitor(url).mutate('accounts.createFirstAdministrator', {
      code,
      name: 'Primera',
      email: 'primera@oficina.test',
      password: 'una clave larga',
    });
    expect(made.status).toBe(200);
    program.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  test('three that start at once on an empty database all work on it', async () => {
    const shared = await place();
    const started = await Promise.all([1, 2, 3].map(() => startWebServer(shared)));
    const answers = await Promise.all(
      started.map(({ url }) => makeVisitor(url).query('accounts.readEntrance')),
    );
    expect(answers.map((answer) => answer.data)).toMatchObject([
      { needsSetup: true },
      { needsSetup: true },
      { needsSetup: true },
    ]);
  });
});
