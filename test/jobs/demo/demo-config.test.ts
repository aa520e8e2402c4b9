import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { prepareDemoConfig } from '../../../jobs/demo/demo-config.ts';

function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'altavoz-demo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('the ground of the demonstration', () => {
  test('is an empty folder of its own on this machine, whatever the environment says', async () => {
    const folder = folderOfTest();
    writeFileSync(join(folder, 'altavoz.db'), 'the real one');
    mkdirSync(join(folder, 'demo'));
    writeFileSync(join(folder, 'demo', 'altavoz.db'), 'of yesterday');

    const config = await prepareDemoConfig({
      DATA_DIR: folder,
      PORT: '0',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://real/one',
      SECRET_KEY: 'the secret of the real installation, long enough',
    });

    expect(config).toMatchObject({
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataDir: join(folder, 'demo'),
      publicUrl: undefined,
    });
    expect(config.secretKey).not.toContain('real installation');
    expect(existsSync(join(folder, 'demo', 'altavoz.db'))).toBe(false);
    expect(existsSync(join(folder, 'altavoz.db'))).toBe(true);
  });

  test('is left alone while another demonstration listens on the port', async () => {
    const folder = folderOfTest();
    mkdirSync(join(folder, 'demo'));
    writeFileSync(join(folder, 'demo', 'altavoz.db'), 'in use');
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      other.close();
    });
    const { port } = other.address() as { port: number };

    await expect(prepareDemoConfig({ DATA_DIR: folder, PORT: String(port) })).rejects.toThrow(
      `PORT: ${port} is taken by another program`,
    );
    expect(existsSync(join(folder, 'demo', 'altavoz.db'))).toBe(true);
  });

  test('refuses a wrong value in one line', async () => {
    const wrong = prepareDemoConfig({ DATA_DIR: folderOfTest(), TIME_ZONE: 'Antioquia' });
    await expect(wrong).rejects.toThrow('TIME_ZONE: must be an IANA time zone');
  });
});
